"""Records CPython's own tree of each file beside it, as NAME.json. Run it under CPython 3.14 after changing a file here:

    python3.14 record.py *.py

The tests compare our trees with what is recorded, so that they need no Python.
"""
import ast, json, os, sys, warnings

warnings.simplefilter("ignore")
sys.setrecursionlimit(20000)
POSITIONS = ("lineno", "col_offset", "end_lineno", "end_col_offset")


def constant(value):
    if value is None:
        return {"kind": "None"}
    if value is Ellipsis:
        return {"kind": "Ellipsis"}
    if isinstance(value, bool):
        return {"kind": "bool", "value": str(value)}
    if isinstance(value, int):
        return {"kind": "int", "value": hex(value)}
    if isinstance(value, float):
        return {"kind": "float", "value": repr(value)}
    if isinstance(value, complex):
        return {"kind": "complex", "value": repr(value.imag)}
    if isinstance(value, bytes):
        return {"kind": "bytes", "value": value.hex()}
    return {"kind": "str", "value": value}


def node(n):
    if isinstance(n, list):
        return [node(x) for x in n]
    if isinstance(n, ast.Constant):
        out = {"node": "Constant", **constant(n.value)}
    elif isinstance(n, ast.AST):
        out = {"node": type(n).__name__}
        for name in n._fields:
            if name in ("type_comment", "type_ignores"):
                continue
            value = getattr(n, name, None)
            if isinstance(n, (ast.MatchSingleton,)) and name == "value":
                value = ast.Constant(value)
                out[name] = constant(value.value)
                continue
            out[name] = node(value)
    else:
        return n
    for p in POSITIONS:
        if hasattr(n, p):
            out[p] = getattr(n, p)
    return out


if __name__ == "__main__":
    for path in sys.argv[1:]:
        if os.path.basename(path) == "record.py":
            continue
        with open(path, "rb") as f:
            tree = ast.parse(f.read(), path)
        with open(os.path.splitext(path)[0] + ".json", "w", encoding="ascii", newline="\n") as f:
            json.dump(node(tree), f, separators=(",", ":"))
            f.write("\n")
