rows = [[1, 2], [3]]
flat = [cell for row in rows for cell in row if (last := cell)]
lazy = (seen := cell for cell in flat)
print(last, seen)


def pairs(matrix, width):
    best = None
    table = {key: [value for value in row if value > width] for key, row in enumerate(matrix)}
    callbacks = [lambda shift=cell: shift + cell + width for cell in matrix]
    squares = {(best := cell) for row in matrix for cell in row}
    nested = ([inner for inner in outer if inner != best] for outer in matrix)
    return table, callbacks, squares, nested, any((found := cell) for cell in matrix) and found


def with_global():
    global last
    return [last := cell for cell in flat]


class Grid:
    width = 3
    cells = [width_ for width_ in range(width)]
    names = {name: width for name in cells}
    lazy = (self.width for self in cells)

    def area(self):
        return sum(width for width in self.cells), (lambda: [width for _ in ()])


async def stream():
    return [item async for item in source() if await item]


def order(items=[(lambda: a) for a in ()] if (lambda: b) else (lambda: c)):
    return {(lambda: k): (lambda: v) for x in (lambda: i)}, {(lambda: k1): (lambda: v1), (lambda: k2): (lambda: v2)}
