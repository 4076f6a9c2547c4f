"""Read a square matrix of whole numbers from text and answer questions about it.

Rotate it clockwise, multiply it, sum up its diagonal, find its largest element, its
corners, and the rows that occur more than once.
"""

from collections import Counter

# Tuples all the way down: nobody can change a matrix behind our back, no two rows are
# one object by accident, and rows can be counted because they are hashable.
Row = tuple[int, ...]
Matrix = tuple[Row, ...]


class MatrixError(ValueError):
    """The text is not a square matrix of whole numbers."""


def parse_row(line: str) -> Row:
    """Read one row of whole numbers.

    >>> parse_row("1 2 3")
    (1, 2, 3)
    """
    try:
        return tuple(int(cell) for cell in line.split())
    except ValueError as error:
        raise MatrixError(f"not a row of whole numbers: {line!r}") from error


def parse(text: str) -> Matrix:
    r"""Read a matrix, one row a line, and insist on its being square.

    >>> parse("1 2\n3 4")
    ((1, 2), (3, 4))
    """
    matrix = tuple(parse_row(line) for line in text.splitlines())
    size = len(matrix)
    if any(len(row) != size for row in matrix):
        raise MatrixError(f"not {size} rows of {size} numbers each")
    return matrix


def rotate(matrix: Matrix) -> Matrix:
    """Turn the matrix clockwise: its columns, read upwards, become the rows.

    >>> rotate(((1, 2), (3, 4)))
    ((3, 1), (4, 2))
    """
    return tuple(zip(*reversed(matrix), strict=True))


def multiply(left: Matrix, right: Matrix) -> Matrix:
    """Return the matrix product.

    >>> multiply(((1, 2), (3, 4)), ((0, 1), (1, 0)))
    ((2, 1), (4, 3))
    """
    columns = tuple(zip(*right, strict=True))
    return tuple(tuple(dot(row, column) for column in columns) for row in left)


def dot(left: Row, right: Row) -> int:
    """Return the scalar product of two rows of the same length.

    >>> dot((1, 2), (3, 4))
    11
    """
    return sum(one * other for one, other in zip(left, right, strict=True))


def trace(matrix: Matrix) -> int:
    """Sum up the diagonal.

    >>> trace(((1, 2), (3, 4)))
    5
    """
    return sum(row[index] for index, row in enumerate(matrix))


def biggest(matrix: Matrix) -> int:
    """Return the largest element.

    >>> biggest(((1, 2), (3, 4)))
    4
    """
    return max(max(row) for row in matrix)


def duplicate_rows(matrix: Matrix) -> list[Row]:
    """Return the rows that occur more than once, in order of appearance.

    >>> duplicate_rows(((1, 2), (1, 2)))
    [(1, 2)]
    """
    return [row for row, count in Counter(matrix).items() if count > 1]


def corners(matrix: Matrix) -> set[tuple[int, int]]:
    """Return the positions of the corners; a matrix of size one has only one.

    >>> corners(((7,),))
    {(0, 0)}
    """
    last = len(matrix) - 1
    return {(0, 0), (0, last), (last, 0), (last, last)}


def main() -> None:
    """Show the answers for a small example."""
    matrix = parse("1 2 3\n4 5 6\n1 2 3")
    print(rotate(matrix))
    print(multiply(matrix, matrix))
    print(trace(matrix), biggest(matrix))
    print(duplicate_rows(matrix), len(corners(matrix)))


if __name__ == "__main__":
    main()
