"""Given whole numbers and a target, find the indices of two that add up to the target.

Follow-up: find all distinct triples that add up to it.
"""

from collections.abc import Sequence


def two_sum(numbers: Sequence[int], target: int) -> tuple[int, int] | None:
    """Return the indices of two numbers that add up to the target, or None.

    One pass: the dictionary answers "where was the partner?" in constant time, so
    that we trade linear memory for the quadratic time of the nested loops.

    >>> two_sum([3, 8, 12, 5], 17)
    (2, 3)
    >>> two_sum([4, 4], 8)
    (0, 1)
    >>> two_sum([4, 5], 8) is None
    True
    """
    seen_at: dict[int, int] = {}
    for index, number in enumerate(numbers):
        partner = target - number
        if partner in seen_at:
            return seen_at[partner], index
        seen_at[number] = index
    return None


def three_sum(numbers: Sequence[int], target: int) -> list[tuple[int, int, int]]:
    """Return the distinct triples that add up to the target, smallest first.

    >>> three_sum([1, 2, 3, 4, 2], 7)
    [(1, 2, 4), (2, 2, 3)]
    >>> three_sum([1, 2], 3)
    []
    """
    # Tuples, because set members need a stable hash: a list could change later.
    triples: set[tuple[int, int, int]] = set()
    ordered = sorted(numbers)
    for index, first in enumerate(ordered):
        passed: set[int] = set()
        for last in ordered[index + 1 :]:
            middle = target - first - last
            if middle in passed:
                triples.add((first, middle, last))
            passed.add(last)
    return sorted(triples)


def main() -> None:
    """Show the answers for a small example."""
    print(two_sum([3, 8, 12, 5], 17))
    print(two_sum([9, 1, 4], 13))
    print(three_sum([1, 2, 3, 4, 2], 7))


if __name__ == "__main__":
    main()
