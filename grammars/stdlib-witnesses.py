"""Hold what we say of exceptions in Python's standard library to what this Python does.

usage: python3 grammars/stdlib-witnesses.py src/PyLint.Sharp.Semantics/Knowledge/LibraryRaises.txt src/PyLint.Sharp.Semantics/Knowledge/LibraryContexts.txt

Lines of the texts are NAME: FACT = WITNESS, where WITNESS is an expression. A FACT that names an exception class holds when evaluating the
expression raises exactly that class, not a subclass. "swallows" holds when a with over the expression ends each of five exceptions that
its block raises, "passes" when it lets each through. Each expression runs in an empty folder with an empty standard input; modules need
no import. Names that this version doesn't have are left out. Prints a line for each fact that doesn't hold, and last how many were tried;
the status is 1 when one doesn't hold.
"""
import contextlib
import importlib
import io
import os
import sys
import tempfile
import warnings

BLOCKS = KeyError, OSError, ValueError, StopIteration, SystemExit

# A Python inside JavaScript has no processes, threads and locales; it and Windows have other errors for names that are too long.
OUTSIDE = "asyncio.", "concurrent.", "locale.", "mmap.", "multiprocessing.", "shelve.", "signal.", "socket.", "subprocess.", "threading.Thread.", "urllib.request."


class Names(dict):
    """Modules by their names, as if all were imported."""

    def __missing__(self, name):
        try:
            return importlib.import_module(name)
        except ImportError:
            raise KeyError(name) from None


def evaluate(expression):
    return eval(expression, {"LONG": "x" * 5000}, Names())


def import_owner(name):
    """Loads the modules of a dotted name: the last parts may be a class and its method."""
    parts = name.split(".")[:-1]
    for end in range(1, len(parts) + 1):
        with contextlib.suppress(ImportError):
            importlib.import_module(".".join(parts[:end]))


def exists(name):
    import_owner(name)
    try:
        evaluate(name)
    except (AttributeError, NameError):
        return False
    return True


def raised_by(expression):
    try:
        evaluate(expression)
    except BaseException as error:
        return type(error)
    return None


def passes(expression, exception):
    try:
        with evaluate(expression):
            raise exception("raised in the block")
    except BaseException as error:
        if type(error) is not exception:
            raise
        return True
    return False


def problem(fact, witness):
    if fact not in ("swallows", "passes"):
        import_owner(fact)
        real = raised_by(witness)
        return None if real is evaluate(fact) else f"raises {real and real.__qualname__}"
    outcomes = {passes(witness, exception) for exception in BLOCKS}
    return None if outcomes == {fact == "passes"} else "ends some or all of the exceptions" if False in outcomes else "lets the exceptions through"


def facts(paths):
    for path in paths:
        with open(path, encoding="utf-8") as text:
            for line in text:
                if line.strip() and not line.startswith("#"):
                    name, rest = line.rstrip("\n").split(": ", 1)
                    fact, witness = rest.split(" = ", 1)
                    is_outside = sys.platform == "emscripten" and name.startswith(OUTSIDE)
                    has_limit = sys.platform not in ("emscripten", "win32") or "LONG" not in witness
                    if has_limit and not is_outside and exists(name):
                        yield name, fact, witness


def check(paths):
    wrong = 0
    tried = list(facts(paths))
    for name, fact, witness in tried:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            before = os.getcwd()
            os.chdir(folder)
            sys.stdin = io.StringIO()
            try:
                with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
                    found = problem(fact, witness)
            except Exception as error:
                found = f"cannot be tried: {error!r}"
            finally:
                os.chdir(before)
        if found:
            wrong += 1
            print(f"{name}: {fact} = {witness}: {found}")
    print(len(tried) - wrong, "of", len(tried), "facts hold in Python", "%d.%d" % sys.version_info[:2])
    return wrong


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.exit(1 if check([os.path.abspath(path) for path in sys.argv[1:]]) else 0)
