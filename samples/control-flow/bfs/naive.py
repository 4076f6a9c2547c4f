"""Find the shortest way through a maze from S to E, around the walls (#), one step up, down,
left or right at a time. Print how many steps it takes, or that there is no way.
"""

maze = [
    "S.#.....",
    "..#.###.",
    ".....#E.",
    ".###.##.",
    "........",
]


def find(maze, char):
    for i in range(len(maze)):
        for j in range(len(maze[i])):
            if maze[i][j] == char:
                return [i, j]


def is_free(maze, row, col):
    try:
        return row >= 0 and col >= 0 and maze[row][col] != "#"
    except:
        return False  # outside of the maze


def bfs(maze):
    start = find(maze, "S")
    end = find(maze, "E")
    queue = [[start, 0]]
    visited = []
    while len(queue) > 0:
        next = queue.pop(0)
        pos = next[0]
        if pos == end:
            return next[1]
        if pos in visited:
            continue
        visited.append(pos)
        for dir in [[0, 1], [1, 0], [0, -1], [-1, 0]]:
            row = pos[0] + dir[0]
            col = pos[1] + dir[1]
            if is_free(maze, row, col):
                queue.append([[row, col], next[1] + 1])
    return -1


def shortest_path(maze):
    # like bfs, but remember where we came from (also faster than the visited list)
    end = find(maze, "E")
    queue = [find(maze, "S")]
    came_from = {}
    while queue:
        pos = queue.pop(0)
        if pos == end:
            break
        for dir in [[0, 1], [1, 0], [0, -1], [-1, 0]]:
            cell = [pos[0] + dir[0], pos[1] + dir[1]]
            if is_free(maze, cell[0], cell[1]) and cell not in came_from:
                came_from[cell] = pos
                queue.append(cell)
    return came_from


steps = bfs(maze)
if steps == -1:
    print("no way")
else:
    print(steps, "steps")
# print(shortest_path(maze))    TODO: TypeError, no idea why
