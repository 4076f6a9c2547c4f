"""Read a square matrix of whole numbers from text: rotate it clockwise, multiply it, sum up
its diagonal, and find the rows that occur more than once.
"""


def parse(text):
    matrix = []
    for line in text.split("\n"):
        try:
            row = [int(x) for x in line.split(" ")]
            matrix.append(row)
        except ValueError:
            print("skipping", line)
    return matrix


def rotate(matrix):
    n = len(matrix)
    result = []
    for i in range(n):
        row = []
        for j in range(n):
            row.insert(0, matrix[j][i])
        result.append(row)
    return result


def multiply(a, b):
    n = len(a)
    result = [[0] * n] * n
    for i in range(n):
        for j in range(n):
            for k in range(n):
                result[i][j] += a[i][k] * b[k][j]
    return result


def trace(matrix):
    sum = 0
    for i in range(len(matrix)):
        sum += matrix[i][i]
    return sum


def biggest(matrix):
    max = None
    for list in matrix:
        for x in list:
            if max == None or x > max:
                max = x
    return max


def duplicate_rows(matrix):
    seen = {}
    for i in range(len(matrix)):
        row = list(matrix[i])  # a copy, to be safe
        seen.setdefault(row, [])
        seen[row].append(i)
    return [r for r in seen if len(seen[r]) > 1]


def corners(matrix):
    last = len(matrix) - 1
    # a set, because a 1x1 matrix has only one corner
    return set([[0, 0], [0, last], [last, 0], [last, last]])


m = parse("1 2 3\n4 5 6\n1 2 3")
print(rotate(m))
print(multiply(m, m))
print(trace(m), biggest(m))
