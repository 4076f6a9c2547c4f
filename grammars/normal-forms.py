"""Write the table of the normal form that Python gives to names (NFKC, PEP 3131).

usage: python3.14 grammars/normal-forms.py src/PyLint.Sharp.Syntax/Parsing/Generated/NormalForms.zlib

Only characters that can stand in a name are in it. Korean syllables follow a rule, which NormalForm.cs has.

The table, compressed with zlib, has three parts; each starts with the number of its rows, and the numbers of a row are differences to
those of the row before, or, for the characters of a decomposition, to the one before.
1. the decompositions: character, how many characters it becomes (no difference), and these;
2. the combining classes: character, class (no difference);
3. the compositions: the two characters, and the one that they become.
"""
import sys
import unicodedata
import zlib

from packing import number, signed

SYLLABLES = range(0xAC00, 0xD7A4)


def name_characters():
    for code in range(sys.maxunicode + 1):
        if ("a" + chr(code)).isidentifier():
            yield code


def decompositions():
    rows, last, last_part = [], 0, 0
    for code in name_characters():
        parts = unicodedata.normalize("NFKD", chr(code))
        if parts == chr(code) or code in SYLLABLES:
            continue
        row = signed(code - last) + number(len(parts))
        for part in map(ord, parts):
            row += signed(part - last_part)
            last_part = part
        rows.append(row)
        last = code
    return rows


def classes():
    rows, last = [], 0
    for code in name_characters():
        if unicodedata.combining(chr(code)):
            rows.append(signed(code - last) + number(unicodedata.combining(chr(code))))
            last = code
    return rows


def compositions():
    rows, last = [], (0, 0, 0)
    for code in name_characters():
        mapping = unicodedata.decomposition(chr(code)).split()
        if len(mapping) != 2 or mapping[0].startswith("<"):
            continue
        pair = [int(part, 16) for part in mapping]
        if unicodedata.normalize("NFC", chr(pair[0]) + chr(pair[1])) == chr(code):
            rows.append(b"".join(signed(new - old) for new, old in zip((*pair, code), last)))
            last = (*pair, code)
    return rows


if __name__ == "__main__":
    table = b"".join(number(len(rows)) + b"".join(rows) for rows in (decompositions(), classes(), compositions()))
    with open(sys.argv[1], "wb") as output:
        output.write(zlib.compress(table, 9))
    print("normal forms of Unicode", unicodedata.unidata_version)
