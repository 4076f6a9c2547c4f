"""Count the words in all text files of a folder and print the most common ones.

Case and punctuation do not matter. Follow-up: group words that are anagrams of each
other.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

# Letters of any script, and apostrophes inside of a word.
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
SAMPLES = {
    "cat.txt": "The cat, the owl, and the act:",
    "owl.txt": "who listens is silent! The end.",
}


def words_in(text: str) -> list[str]:
    """Return the words of a text, in lower case.

    >>> words_in("Don't STOP, don't!")
    ["don't", 'stop', "don't"]
    """
    return WORD.findall(text.casefold())


def count_folder(folder: Path) -> Counter[str]:
    """Count the words of all text files in a folder.

    A file that cannot be read is an error, not a file without words: the totals would
    be wrong and nobody would know.

    >>> with TemporaryDirectory() as name:
    ...     _ = (Path(name) / "a.txt").write_text("Tic, tac. Tic!", encoding="utf-8")
    ...     count_folder(Path(name))
    Counter({'tic': 2, 'tac': 1})
    """
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.txt")):
        counts.update(words_in(path.read_text(encoding="utf-8")))
    return counts


def anagrams(words: Iterable[str]) -> list[list[str]]:
    """Group the words which consist of the same letters.

    >>> anagrams(["cat", "act", "owl", "cat"])
    [['act', 'cat']]
    """
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for word in words:
        # The sorted letters are a list; as a key they have to become a string.
        groups["".join(sorted(word))].add(word)
    return [sorted(group) for group in groups.values() if len(group) > 1]


def main() -> None:
    """Count the words of some sample files."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for file_name, text in SAMPLES.items():
            (folder / file_name).write_text(text, encoding="utf-8")
        counts = count_folder(folder)
    for word, count in counts.most_common(3):
        print(f"{word}: {count}")
    print(anagrams(counts))


if __name__ == "__main__":
    main()
