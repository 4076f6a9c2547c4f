"""Build a cache of fixed capacity that forgets what was not used for the longest time.

Follow-up: use it to remember the results of a slow function.
"""


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.data = {}
        self.order = []

    def get(self, key):
        try:
            value = self.data[key]
            self.order.remove(key)
            self.order.append(key)
            return value
        except KeyError:
            return -1

    def put(self, key, value):
        if key in self.data.keys():
            self.order.remove(key)
        else:
            while len(self.data) >= self.capacity:
                oldest = self.order.pop(0)
                del self.data[oldest]
        self.data[key] = value
        self.order.append(key)

    def show(self):
        str = ""
        for i in range(len(self.order)):
            str += self.order[i] + "=" + repr(self.data[self.order[i]]) + " "
        print(str)


class CountingCache(LRUCache):
    # also knows how often it was right
    def __init__(self, capacity):
        self.hits = 0

    def get(self, key):
        result = LRUCache.get(self, key)
        if result != -1:
            self.hits += 1
        return result


def memoize(func):
    # TODO: use the LRUCache here, a dict grows forever
    memo = {}

    def wrapper(*args, **kwargs):
        hash = [args, kwargs]
        result = memo.get(hash)
        if result is None:
            result = func(*args, **kwargs)
            memo[hash] = result
        return result

    return wrapper


@memoize
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


cache = LRUCache(2)
cache.put("a", 1)
cache.put("b", 2)
print(cache.get("a"))
cache.put("c", 3)
print(cache.get("b"))
cache.show()
