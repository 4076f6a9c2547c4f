"""Record what CPython's own symbol tables say about Scopes/*.py.

usage: python3.14 record_symtable.py > symtable.json      (CPython 3.14; from the folder of this file)

A scope is {"type", "name", "line", "symbols": {NAME: [FLAG, ...]}, "children": [scope, ...]}. The scopes that CPython makes
for annotations, type parameters and type aliases are left out; what lies inside them stays.
FLAGs, sorted: where LEGB finds the name (exactly one of local, global_explicit, global_implicit, free) and what happens to it
there (any of assigned, referenced, parameter, imported, annotated, nonlocal).
"""
import json
import pathlib
import symtable
import sys


def flags(symbol):
    if symbol.is_free():
        found = {"free"}
    elif symbol.is_declared_global():
        found = {"global_explicit"}
    elif symbol.is_global():
        found = {"global_implicit"}
    else:
        found = {"local"}
    uses = ("assigned", "referenced", "parameter", "imported", "annotated", "nonlocal")
    return sorted(found | {use for use in uses if getattr(symbol, "is_" + use)()})


def scope(table):
    return {
        "type": str(table.get_type()),
        "name": table.get_name(),
        "line": table.get_lineno(),
        "symbols": {symbol.get_name(): flags(symbol) for symbol in sorted(table.get_symbols(), key=lambda s: s.get_name())},
        "children": list(written(table.get_children())),
    }


def written(tables):
    for table in tables:
        if str(table.get_type()) in ("function", "class"):
            yield scope(table)
        else:
            yield from written(table.get_children())


if __name__ == "__main__":
    assert sys.version_info[:2] == (3, 14), sys.version
    recorded = {}
    for path in sorted((pathlib.Path(__file__).parent / "Scopes").glob("*.py")):
        recorded[path.name] = scope(symtable.symtable(path.read_text(encoding="utf-8"), path.name, "exec"))
    json.dump(recorded, sys.stdout, indent=1)
    print()
