"""Runs generated programs and tells of each read whether it was reached, and whether it raised.

argv: a JSON list of sources. Prints a line `program read came-through raised` for each read that was reached.
"""
import contextlib
import json
import random
import sys

RUNS = 24
STEPS = 300


class E(Exception):
    pass


class F(Exception):
    pass


class Stop(BaseException):
    pass


# Only a group makes several except* of one try run.
ERRORS = [E, F]
if sys.version_info >= (3, 11):
    ERRORS.append(lambda: ExceptionGroup("both", [E(), F()]))


class Manager:
    def __init__(self, dice, step):
        self.dice, self.step = dice, step

    def __enter__(self):
        self.step()
        return 1

    def __exit__(self, kind, error, trace):
        if self.dice.random() < 0.1:
            raise E
        return kind is not Stop and self.dice.random() < 0.5


def run(code, seed, found):
    dice = random.Random(seed)
    steps = 0
    stored = []
    open_reads = []

    def step():
        nonlocal steps
        steps += 1
        if steps > STEPS:
            raise Stop

    def chance():
        step()
        if stored and dice.random() < 0.1:
            dice.choice(stored)()
        if dice.random() < 0.15:
            raise dice.choice(ERRORS)()

    def c():
        chance()
        return dice.randrange(2)

    def it():
        chance()
        return range(dice.randrange(3))

    # What follows raises nothing of its own: h and k stand around a read.
    def h(read):
        found.setdefault(read, [0, 0])[1] += 1

    def k(read):
        found[read][0] += 1
        found[read][1] -= 1

    names = dict(E=E, F=F, contextlib=contextlib, c=c, m=c, it=it, w=lambda: Manager(dice, chance), t=step, h=h, k=k, later=stored.append)
    try:
        exec(code, names)
        if "p" in names:
            names["p"]()
    except (Exception, Stop):
        pass


def main():
    # Stored functions may call each other, once for each step: that the stack is full must not look like an unbound name.
    sys.setrecursionlimit(20 * STEPS)
    with open(sys.argv[1], encoding="utf-8") as file:
        programs = json.load(file)
    for number, source in enumerate(programs):
        code = compile(source, f"program {number}", "exec")
        found = {}
        for seed in range(RUNS):
            run(code, seed, found)
        for read, (through, raised) in found.items():
            print(number, read, through, raised)


main()
