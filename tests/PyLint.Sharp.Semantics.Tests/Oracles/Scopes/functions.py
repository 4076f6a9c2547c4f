import os.path, collections.abc as abc
from math import pi as half_turn, tau

limit = 10
total: int = 0


def counter(start, /, step=limit, *rest, flag: bool = False, **options):
    count = start

    def increment():
        nonlocal count
        count += step
        return count

    def reset():
        global total
        total = 0
        count = 0
        return lambda by=count: count + by + tau

    def read():
        return count, total, undefined

    for index, (first, *others) in enumerate(rest):
        with open(first) as handle, lock as (left, right):
            del others
    else:
        later = index
    return increment, reset, read


@decorator(lambda: limit)
async def fetch(urls=[url for url in ()], *, key=lambda item: item):
    async with session as client:
        async for url in urls:
            yield await client.get(url)
    try:
        risky()
    except (ValueError, TypeError) as error:
        print(error)


def outer():
    shared = 1

    def middle():
        global shared

        def inner():
            return shared

        return inner

    return middle


def top(parameter):
    local = parameter
    return [local for _ in parameter]
