"""Runs programs one after the other, each in a namespace of its own, and tells how each ends.

argv: a JSON list of sources. Prints a JSON list: the name of the exception that ended the program, as a traceback shows it, or null.
"""
import contextlib
import io
import json
import os
import signal
import sys
import tempfile

SECONDS = 2


class Endless(BaseException):
    """The program didn't end in time."""


def give_up(signum, frame):
    raise Endless


def name_of(error):
    kind = type(error)
    return kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else f"{kind.__module__}.{kind.__qualname__}"


def run(source):
    output = io.StringIO()
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
            exec(compile(source, "example", "exec", dont_inherit=True), {"__name__": "__main__"})
    except BaseException as error:
        return name_of(error)
    return None


def main(path):
    with open(path, encoding="utf-8") as file:
        programs = json.load(file)
    # Windows has no timer that interrupts; there the test as a whole is ended.
    has_timer = hasattr(signal, "setitimer")
    if has_timer:
        signal.signal(signal.SIGALRM, give_up)
    ends = []
    here = os.getcwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for source in programs:
            if has_timer:
                signal.setitimer(signal.ITIMER_REAL, SECONDS)
            ends.append(run(source))
            if has_timer:
                signal.setitimer(signal.ITIMER_REAL, 0)
        os.chdir(here)
    print(json.dumps(ends), flush=True)
    # What the programs registered to run at the end, and the threads that they left, are of no interest.
    os._exit(0)


main(sys.argv[1])
