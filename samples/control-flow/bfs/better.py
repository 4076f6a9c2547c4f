"""Find the shortest way through a maze from S to E, around the walls (#).

A step goes up, down, left or right. Print how many steps it takes, or that there is no
way.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

Cell = tuple[int, int]
Maze = Sequence[str]

WALL = "#"
DIRECTIONS = ((0, 1), (1, 0), (0, -1), (-1, 0))
MAZE = (
    "S.#.....",
    "..#.###.",
    ".....#E.",
    ".###.##.",
    "........",
)


class MazeError(ValueError):
    """The maze lacks its start or its end."""


def find(maze: Maze, mark: str) -> Cell:
    """Return the first cell that shows the mark.

    >>> find(["..", ".E"], "E")
    (1, 1)
    """
    for row, line in enumerate(maze):
        if mark in line:
            return row, line.index(mark)
    raise MazeError(f"the maze has no {mark}")


def is_free(maze: Maze, cell: Cell) -> bool:
    """Tell whether one can stand on this cell.

    Indices are compared, not tried: a negative one is valid in Python and would let us
    walk out on the left and in again on the right.

    >>> is_free(["S#"], (0, 1)), is_free(["SE"], (0, -1))
    (False, False)
    """
    row, column = cell
    inside = 0 <= row < len(maze) and 0 <= column < len(maze[row])
    return inside and maze[row][column] != WALL


def neighbours(maze: Maze, cell: Cell) -> Iterator[Cell]:
    """Yield the free cells that are one step away.

    >>> list(neighbours(["S.", "#E"], (0, 0)))
    [(0, 1)]
    """
    row, column = cell
    for down, right in DIRECTIONS:
        beside = (row + down, column + right)
        if is_free(maze, beside):
            yield beside


def shortest_path(maze: Maze) -> list[Cell] | None:
    """Return the cells from start to end, or None when there is no way.

    >>> shortest_path(["S.", "#E"])
    [(0, 0), (0, 1), (1, 1)]
    >>> shortest_path(["S#E"]) is None
    True
    """
    start, end = find(maze, "S"), find(maze, "E")
    came_from: dict[Cell, Cell | None] = {start: None}
    queue = deque([start])  # a list would shift all its elements at every pop(0)
    while queue:
        cell = queue.popleft()
        if cell == end:
            return trace_back(came_from, end)
        for neighbour in neighbours(maze, cell):
            if neighbour not in came_from:
                came_from[neighbour] = cell
                queue.append(neighbour)
    return None


def trace_back(came_from: Mapping[Cell, Cell | None], end: Cell) -> list[Cell]:
    """Follow the footprints back from the end, and return them in walking order.

    >>> trace_back({(0, 0): None, (0, 1): (0, 0)}, (0, 1))
    [(0, 0), (0, 1)]
    """
    path = [end]
    while (previous := came_from[path[-1]]) is not None:
        path.append(previous)
    return path[::-1]


def main() -> None:
    """Print the length of the way through the example."""
    path = shortest_path(MAZE)
    if path is None:
        print("no way")
    else:
        print(f"{len(path) - 1} steps")


if __name__ == "__main__":
    main()
