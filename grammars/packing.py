"""How the tables of Unicode are written: numbers of 7 bits a byte, low ones first; signed numbers have their sign in the lowest bit."""


def number(value):
    digits = bytearray()
    while value > 0x7F:
        digits.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*digits, value])


def signed(value):
    return number(value * 2 if value >= 0 else -value * 2 - 1)
