def describe(command):
    match command:
        case ["go", direction] | ["walk", direction]:
            return direction
        case {"x": x, "y": 0 as y, **rest} if x > limit:
            return x, y, rest
        case Point(x=0, y=vertical) | colors.RED:
            pass
        case [first, *_, last] as whole:
            del whole
        case str() | None | -1:
            pass
        case other:
            return other
    try:
        pass
    except ValueError as error:
        raise error from None
    else:
        success = True
    finally:
        del command


match = case = type = 1
match[case] += type
for match.attribute, case[0], (type) in []:
    pass
with a as b.c, d as e[0]:
    pass
while (chunk := read()):
    f"{chunk!r:>{width}} {(lambda: chunk)()}"
x += 1
del x, (y, [z])
print(x, y, z)
