"""Write a decorator that calls a flaky function again when it fails.

The pauses in between grow, and after some attempts it gives up. Use it to fetch the
weather of several cities.
"""

import functools
import logging
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

logger = logging.getLogger(__name__)


def retry(
    *,
    attempts: int = 3,
    pause: float = 0.1,
    retry_on: tuple[type[Exception], ...] = (ConnectionError, TimeoutError),
    sleep: Callable[[float], None] = time.sleep,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Return a decorator that retries calls which fail for a passing reason.

    Only the named exceptions count as passing: a TypeError will not go away by waiting.
    Retry only what may safely happen twice. Tests pass their own sleep.

    >>> answers = iter([TimeoutError, "pong"])
    >>> @retry(sleep=lambda seconds: None)
    ... def ping():
    ...     answer = next(answers)
    ...     if answer is TimeoutError:
    ...         raise answer
    ...     return answer
    >>> ping()
    'pong'
    """
    if attempts < 1:
        raise ValueError(f"attempts must be at least 1, not {attempts}")

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, attempts):
                try:
                    return function(*args, **kwargs)
                except retry_on as error:
                    logger.warning("attempt %d of %d: %s", attempt, attempts, error)
                sleep(pause * 2 ** (attempt - 1))
            # The last attempt stands outside: its exception belongs to the caller,
            # with its own traceback.
            return function(*args, **kwargs)

        return wrapper

    return decorate


class WeatherService:
    """A stand-in for a remote service: every other call fails.

    >>> service = WeatherService()
    >>> service.forecast("Oslo")
    'Oslo: sunny'
    >>> service.calls
    2
    """

    def __init__(self) -> None:
        """Start with a call that fails."""
        self._calls = 0

    @property
    def calls(self) -> int:
        """How often the service was asked, retries included."""
        return self._calls

    @retry(pause=0.01)
    def forecast(self, city: str) -> str:
        """Return the weather of a city."""
        self._calls += 1
        if self._calls % 2:
            raise ConnectionError(f"no answer for {city}")
        return f"{city}: sunny"


def main() -> None:
    """Fetch the weather of several cities."""
    logging.basicConfig(level=logging.WARNING)
    service = WeatherService()
    # partial binds the city now; a lambda would look it up later, when it has changed.
    jobs = [
        functools.partial(service.forecast, city) for city in ("Oslo", "Lima", "Pune")
    ]
    print([job() for job in jobs])
    print(f"{service.calls} calls for {len(jobs)} cities")


if __name__ == "__main__":
    main()
