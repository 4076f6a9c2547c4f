"""Build a cache of fixed capacity that forgets what was not used for the longest time.

Follow-up: use it to remember the results of a slow function.
"""

from collections import OrderedDict
from collections.abc import Hashable
from functools import lru_cache
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class LruCache(Generic[K, V]):
    """A mapping that keeps the entries used last; all operations take constant time.

    Plain dictionaries keep their order too, but only an OrderedDict moves an entry to
    the end, or drops the first one, in constant time.

    >>> cache = LruCache(2)
    >>> cache.put("a", 1)
    >>> cache.put("b", 2)
    >>> cache.get("a")
    1
    >>> cache.put("c", 3)
    >>> "b" in cache, len(cache)
    (False, 2)
    """

    def __init__(self, capacity: int) -> None:
        """Start empty."""
        if capacity < 1:
            raise ValueError(f"the capacity must be at least 1, not {capacity}")
        self._capacity = capacity
        self._entries: OrderedDict[K, V] = OrderedDict()

    def __len__(self) -> int:
        """Count the entries."""
        return len(self._entries)

    def __contains__(self, key: K) -> bool:
        """Look without touching: a test is not a use."""
        return key in self._entries

    def __str__(self) -> str:
        """Show the entries, the one to go first in front."""
        return " ".join(f"{key}={value}" for key, value in self._entries.items())

    def get(self, key: K, default: V | None = None) -> V | None:
        """Return the value of a key, which counts as a use, or else the default."""
        try:
            self._entries.move_to_end(key)
        except KeyError:
            return default
        else:
            return self._entries[key]

    def put(self, key: K, value: V) -> None:
        """Store a value, and forget the oldest one if there is no room left."""
        self._entries[key] = value
        self._entries.move_to_end(key)
        if len(self._entries) > self._capacity:
            self._entries.popitem(last=False)


class CountingCache(LruCache[K, V]):
    """A cache that knows how often it was right.

    >>> cache = CountingCache(1)
    >>> cache.put("a", 1)
    >>> cache.get("a"), cache.get("b"), cache.hits
    (1, None, 1)
    """

    def __init__(self, capacity: int) -> None:
        """Start empty and without hits."""
        super().__init__(capacity)
        self.hits = 0

    def get(self, key: K, default: V | None = None) -> V | None:
        """Return the value of a key and count the hit, or else the default."""
        if key in self:
            self.hits += 1
        return super().get(key, default)


# For functions the standard library has this cache already, with statistics and locks.
@lru_cache(maxsize=128)
def fibonacci(index: int) -> int:
    """Return a Fibonacci number.

    >>> fibonacci(50)
    12586269025
    """
    if index in {0, 1}:
        return index
    return fibonacci(index - 1) + fibonacci(index - 2)


def main() -> None:
    """Fill a small cache until it forgets."""
    cache: CountingCache[str, int] = CountingCache(2)
    cache.put("a", 1)
    cache.put("b", 2)
    print(cache.get("a"))
    cache.put("c", 3)
    print(cache.get("b", -1))
    print(f"{cache}, {cache.hits} hits in {len(cache)} entries")
    print(fibonacci(50))


if __name__ == "__main__":
    main()
