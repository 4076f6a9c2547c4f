"""Count the ways through a grid from the top left to the bottom right corner.

Both are free, and one goes only right or down, around the walls (#). It should be fast
for large grids, too.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

Cell = tuple[int, int]
Grid = Sequence[str]

WALL = "#"
GRID = (
    "......",
    ".#..#.",
    "......",
    "..#...",
)


def successors(grid: Grid, cell: Cell) -> Iterator[Cell]:
    """Yield the free cells to the right of a cell and below it.

    >>> list(successors(["..", ".#"], (0, 0)))
    [(0, 1), (1, 0)]
    """
    row, column = cell
    if column + 1 < len(grid[row]) and grid[row][column + 1] != WALL:
        yield row, column + 1
    if row + 1 < len(grid) and grid[row + 1][column] != WALL:
        yield row + 1, column


def count_paths(grid: Grid) -> int:
    """Count the ways without walking each of them.

    Many ways share their rest, so that each cell is worked out once: linear in the
    cells, where plain recursion is exponential. The memo lives as long as the call; a
    global one would answer for the grid before. For grids of a thousand rows I would
    sum up row by row instead, because of the recursion limit.

    >>> count_paths(["...", "...", "..."])
    6
    >>> count_paths([".#", "#."])
    0
    """
    goal = (len(grid) - 1, len(grid[-1]) - 1)

    @cache
    def paths_from(cell: Cell) -> int:
        if cell == goal:
            return 1
        return sum(paths_from(after) for after in successors(grid, cell))

    return paths_from((0, 0))


def list_paths(grid: Grid) -> Iterator[tuple[Cell, ...]]:
    """Yield the ways one by one: there may be too many to keep.

    >>> list(list_paths(["..", "#."]))
    [((0, 0), (0, 1), (1, 1))]
    """
    goal = (len(grid) - 1, len(grid[-1]) - 1)
    unfinished: list[tuple[Cell, ...]] = [((0, 0),)]
    while unfinished:
        path = unfinished.pop()
        if path[-1] == goal:
            yield path
        unfinished += [(*path, after) for after in successors(grid, path[-1])]


def cells_on_all_paths(grid: Grid) -> set[Cell]:
    """Return the cells that no way can avoid.

    >>> sorted(cells_on_all_paths(["..", ".."]))
    [(0, 0), (1, 1)]
    """
    paths = list(list_paths(grid))
    visits = Counter(cell for path in paths for cell in path)
    return {cell for cell, count in visits.items() if count == len(paths)}


def main() -> None:
    """Print the answers for the example."""
    print(f"{count_paths(GRID)} paths")
    print(f"{sum(1 for _ in list_paths(GRID))} listed")
    print(f"unavoidable: {sorted(cells_on_all_paths(GRID))}")


if __name__ == "__main__":
    main()
