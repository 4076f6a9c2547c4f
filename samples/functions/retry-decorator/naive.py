"""Write a decorator that calls a flaky function again when it fails, with a growing pause in
between, and gives up after some attempts. Use it to fetch the weather of several cities.
"""
import datetime
import random
import time

log = []


def retry(func, times=3):
    def wrapper(*args, **kwargs):
        for i in range(times):
            try:
                result = func(*args, **kwargs)
                return result
            except:
                log.append([datetime.datetime.now(), func.__name__, i])
                time.sleep(0.01 * i)
                if i == times - 1:
                    raise

    return wrapper


def limit_failures(func, max_failures=5):
    # stop asking for the same thing again and again
    failures = {}

    def wrapper(*args):
        call = [func.__name__, args]
        try:
            result = func(*args)
            failures.pop(call, None)
            return result
        except ConnectionError:
            failures[call] = failures.get(call, 0) + 1
            if failures[call] > max_failures:
                raise Exception("giving up on " + func.__name__)

    return wrapper


@retry
def weather(city):
    if random.random() < 0.2:
        raise ConnectionError("no answer")
    return city + ": sunny"


def weather_or_nothing(city):
    try:
        return weather(city)
    except KeyboardInterrupt:
        raise
    except:
        return None


def nothing_worked(results):
    return all(result is None for result in results)


cities = ["Oslo", "Lima", "Pune"]
jobs = []
for city in cities:
    jobs.append(lambda: weather_or_nothing(city))

all = []
for job in jobs:
    all.append(job())
print(all)
print(len(log), "failures")
