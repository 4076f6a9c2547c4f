"""Write the table of the character names that `\\N{...}` knows.

usage: python3.14 grammars/character-names.py NameAliases.txt src/PyLint.Sharp.Syntax/Parsing/Generated/CharacterNames.zlib

NameAliases.txt is Unicode's own file of the version that this Python has (unicodedata.unidata_version): Python knows the aliases, but
has no way to list them. Names that follow a rule are left out; CharacterNames.cs has the rules.

The table, compressed with zlib: the number of names; for each name in ordinal order how many letters it shares with the one before; for
each the difference of its code point to the one before; for each the rest of its letters, ended by a line feed. packing.py has the form
of the numbers.
"""
import os.path
import sys
import unicodedata
import zlib

from packing import number, signed

BY_RULE = ("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ", "TANGUT IDEOGRAPH-")


def proper_names():
    for code in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(code), "")
        if name and not name.startswith(BY_RULE):
            yield name, code


def aliases(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                code, alias = line.split(";")[:2]
                if unicodedata.lookup(alias) != chr(int(code, 16)):
                    raise SystemExit(f"Python reads {alias} as another character")
                yield alias, int(code, 16)


def table(names):
    shared, codes, letters = bytearray(), bytearray(), bytearray()
    last_name, last_code = "", 0
    for name, code in names:
        same = len(os.path.commonprefix([last_name, name]))
        shared += number(same)
        codes += signed(code - last_code)
        letters += name[same:].encode("ascii") + b"\n"
        last_name, last_code = name, code
    return number(len(names)) + shared + codes + letters


if __name__ == "__main__":
    found = sorted({*proper_names(), *aliases(sys.argv[1])})
    with open(sys.argv[2], "wb") as output:
        output.write(zlib.compress(table(found), 9))
    print(len(found), "names of Unicode", unicodedata.unidata_version)
