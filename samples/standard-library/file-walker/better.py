"""Walk through a folder and all folders in it, and report on the files.

Add up their sizes per extension, name the largest ones, and find files that are copies
of each other.
"""

import hashlib
import heapq
import logging
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path

KILO = 1024
UNITS = ("B", "kB", "MB", "GB")

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class MeasuredFile:
    """A file with the size that it had when we came by."""

    path: Path
    size: int


def human_size(size: int) -> str:
    """Write a size the way people read it.

    >>> human_size(512), human_size(1536)
    ('512 B', '1.5 kB')
    """
    amount = float(size)
    for unit in UNITS[:-1]:
        if amount < KILO:
            return f"{round(amount, 1):g} {unit}"
        amount /= KILO
    return f"{round(amount, 1):g} {UNITS[-1]}"


def measure(folder: Path) -> list[MeasuredFile]:
    """Find the files in a folder, at any depth, with their sizes.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     (Path(name) / "deep").mkdir()
    ...     _ = (Path(name) / "deep" / "a.txt").write_bytes(b"abc")
    ...     [file.size for file in measure(Path(name))]
    [3]
    """
    measured: list[MeasuredFile] = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir():
            continue
        try:
            status = path.stat()
        except OSError as error:
            # Files vanish while we walk, links lead nowhere: say so and go on.
            logger.warning("left out %s: %s", path, error)
        else:
            measured.append(MeasuredFile(path, status.st_size))
    return measured


def sizes_by_suffix(files: Iterable[MeasuredFile]) -> Counter[str]:
    """Add up the sizes of the files with the same extension.

    >>> notes = MeasuredFile(Path("notes.txt"), 3)
    >>> sizes_by_suffix([notes, notes])[".txt"]
    6
    """
    sizes: Counter[str] = Counter()
    for file in files:
        sizes[file.path.suffix] += file.size
    return sizes


def largest(files: Iterable[MeasuredFile], count: int = 3) -> list[MeasuredFile]:
    """Return the largest files; a heap of that size spares us sorting them all.

    >>> files = [MeasuredFile(Path(name), len(name)) for name in ("a", "ccc", "bb")]
    >>> [file.size for file in largest(files, 2)]
    [3, 2]
    """
    return heapq.nlargest(count, files, key=attrgetter("size"))


def _digest(path: Path) -> str:
    """Return a fingerprint of the content, reading it piece by piece."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def copies(files: Iterable[MeasuredFile]) -> list[list[Path]]:
    """Group the files with the same content.

    Only files of the same size can be copies: most need not be read at all.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as name:
    ...     for file_name, content in ("a", b"same"), ("b", b"same"), ("c", b"else"):
    ...         _ = (Path(name) / file_name).write_bytes(content)
    ...     [[path.name for path in group] for group in copies(measure(Path(name)))]
    [['a', 'b']]
    """
    by_size: defaultdict[int, list[Path]] = defaultdict(list)
    for file in files:
        by_size[file.size].append(file.path)
    by_content: defaultdict[str, list[Path]] = defaultdict(list)
    for paths in by_size.values():
        if len(paths) > 1:
            for path in paths:
                by_content[_digest(path)].append(path)
    return [paths for paths in by_content.values() if len(paths) > 1]


def main() -> None:
    """Report on the folder of this program."""
    logging.basicConfig(level=logging.WARNING)
    files = measure(Path(__file__).resolve().parent)
    for suffix, size in sizes_by_suffix(files).items():
        print(suffix, human_size(size))
    for file in largest(files):
        print(file.path.name, human_size(file.size))
    print(f"{len(copies(files))} groups of copies")


if __name__ == "__main__":
    main()
