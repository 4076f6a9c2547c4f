"""Write what the model knows about Python's standard library, asked of CPython itself.

usage: python3.13 grammars/stdlib-knowledge.py dump > 3.13.txt     (once with each version, 3.8 or newer)
       python3.13 grammars/stdlib-knowledge.py merge src/PyLint.Sharp.Semantics/Knowledge/Generated/StandardLibrary.zlib 3.8.txt …

A dump has the names of the version's modules, what a star import of each brings that a built-in is called too, and, of the modules in
MODULES, the public functions, classes and constants. The merged table, compressed with zlib, is text. Fields of a line are separated
by tabs:

    source  SHA256  VERSION…          of this script, when it made the table, and the versions that were asked
    removed  VERSION  MODULE…         modules that the version no longer has
    star  MODULE  NAME…               the built-ins that a star import replaces, in any version; modules without a line are unknown
    other  NAME  TARGET               another name of a class, mostly its place inside a package: the one that the table has it under
    M  MODULE                         the lines below belong to the module
    f  NAME  SIGNATURES               a function
    v  NAME  TYPE                     anything else, with the class that it is an instance of, or ?
    a  NAME  TARGET                   another name of a function or class: the one that the table has it under
    c  NAME  FLAGS  BASES  SIGNATURES   a class, and how it is called
    m  NAME  SIGNATURES               a method of the class above, without self; k class method, s static method, p anything else

Names of built-ins stand without their module. SIGNATURES are separated by |, one for each different signature of the two newest
versions; ? stands for an unknown one. The parameters of a signature are separated by spaces: / and * as in Python, "=" behind what has
a default. FLAGS are those of FLAGS below.
"""
import builtins
import hashlib
import importlib
import inspect
import os.path
import pkgutil
import sys
import types
import warnings
import zlib

MODULES = """
builtins sys os os.path re json collections collections.abc itertools functools datetime time pathlib random math string copy io
contextlib typing abc enum dataclasses logging subprocess threading shutil tempfile csv sqlite3 operator heapq bisect decimal
fractions uuid hashlib urllib.parse urllib.request urllib.error socket asyncio unittest unittest.mock array argparse ast base64
calendar cmath codecs concurrent.futures configparser copyreg difflib dis errno fnmatch getpass gettext glob gzip hmac html inspect
ipaddress keyword locale multiprocessing numbers pickle platform pprint queue reprlib secrets select selectors shlex signal ssl stat
statistics struct textwrap timeit tokenize traceback types unicodedata warnings weakref xml.etree.ElementTree zipfile zlib zoneinfo
binascii bz2 contextvars dbm email.errors ftplib html.parser http http.client imaplib importlib lzma mailbox marshal mmap netrc plistlib
poplib shelve smtplib sched tarfile tomllib tracemalloc fileinput getopt wave xml.dom xml.parsers.expat xml.sax xmlrpc.client zipimport
""".split()

# Importing these does something, or they are no part of a program.
UNASKED = {"antigravity", "ensurepip", "idlelib", "lib2to3", "msilib", "pydoc_data", "site-packages", "test", "tests", "this", "turtledemo"}

# Names of classes that only Windows has.
WINDOWS = {"WindowsError": "OSError"}

FLAGS = [
    ("e", lambda cls: hasattr(cls, "__enter__") and hasattr(cls, "__exit__")),    # with
    ("E", lambda cls: hasattr(cls, "__aenter__") and hasattr(cls, "__aexit__")),  # async with
    ("u", lambda cls: cls.__hash__ is None),                                      # instances are unhashable
    ("i", lambda cls: hasattr(cls, "__iter__")),                                  # for
    ("n", lambda cls: hasattr(cls, "__next__")),                                  # next()
    ("b", lambda cls: hasattr(cls, "__bool__") or hasattr(cls, "__len__")),       # an instance may be false
    ("x", inspect.isabstract),                                                    # cannot be called
    ("f", lambda cls: not may_be_subclassed(cls)),
]

# How functions written in C are called that don't say it, from the library reference.
SIGNATURES = {
    "builtins.bool": "object= /",
    "builtins.breakpoint": "*args **kws",
    "builtins.bytearray": "source= encoding= errors=",
    "builtins.bytes": "source= encoding= errors=",
    "builtins.dict": "**kwargs|mapping / **kwargs",
    "builtins.dir": "object= /",
    "builtins.filter": "function iterable /",
    "builtins.frozenset": "iterable= /",
    "builtins.getattr": "object name default= /",
    "builtins.int": "x= /|x / base",
    "builtins.iter": "iterable /|callable sentinel /",
    "builtins.map": "function iterable / *iterables|function iterable / *iterables strict=",
    "builtins.max": "iterable / * key= default=|arg1 arg2 / *args key=",
    "builtins.min": "iterable / * key= default=|arg1 arg2 / *args key=",
    "builtins.next": "iterator default= /",
    "builtins.range": "stop /|start stop step= /",
    "builtins.set": "iterable= /",
    "builtins.slice": "stop /|start stop step= /",
    "builtins.str": "object= encoding= errors=",
    "builtins.type": "object /|name bases dict / **kwds",
    "builtins.vars": "object= /",
    "builtins.zip": "*iterables strict=",
    "builtins.dict.get": "key default= /",
    "builtins.dict.pop": "key default= /",
    "builtins.dict.update": "**kwargs|other / **kwargs",
    "builtins.bytes.fromhex": "string /",
    "math.hypot": "*coordinates",
    "inspect.Parameter": "name kind * default= annotation=",
    "inspect.Signature": "parameters= * return_annotation= __validate_parameters__=",
    "itertools.repeat": "object|object times",
    "itertools.count": "start= step=",
    "itertools.chain": "*iterables",
    "itertools.product": "*iterables repeat=",
    "itertools.zip_longest": "*iterables fillvalue=",
    "itertools.islice": "iterable stop /|iterable start stop step= /",
    "functools.partial": "func / *args **keywords",
    "collections.deque": "iterable= maxlen=",
    "collections.defaultdict": "**kwargs|default_factory / **kwargs|default_factory mapping / **kwargs",
    "operator.itemgetter": "item / *items",
    "os.chmod": "path mode * dir_fd= follow_symlinks=",
    "os.get_terminal_size": "fd= /",
    "os.utime": "path times= * ns= dir_fd= follow_symlinks=",
    "re.Match.group": "*groups",
    "datetime.date": "year month day",
    "datetime.date.strftime": "format",
    "datetime.datetime": "year month day hour= minute= second= microsecond= tzinfo= * fold=",
    "datetime.datetime.astimezone": "tz=",
    "datetime.datetime.combine": "date time tzinfo=",
    "datetime.datetime.fromtimestamp": "timestamp tz=",
    "datetime.datetime.isoformat": "sep= timespec=",
    "datetime.datetime.strptime": "date_string format /",
    "datetime.time": "hour= minute= second= microsecond= tzinfo= * fold=",
    "datetime.timedelta": "days= seconds= microseconds= milliseconds= minutes= hours= weeks=",
    "datetime.timezone": "offset name=",
    "functools.reduce": "function iterable initial= /|function iterable / initial",
    "math.log": "x base= /",
    "random.Random": "x=",
    "sys.getsizeof": "object default=",
    "time.asctime": "t= /",
    "time.ctime": "seconds= /",
    "time.gmtime": "seconds= /",
    "time.localtime": "seconds= /",
    "time.strftime": "format t= /",
    "time.strptime": "string format= /",
    "builtins.str.maketrans": "x y= z= /",
    "warnings.warn": "message category= stacklevel= source= * skip_file_prefixes=",
    "operator.attrgetter": "attr / *attrs",
}
for kind in "str", "bytes", "bytearray":
    for method in "count", "find", "index", "rfind", "rindex":
        SIGNATURES[f"builtins.{kind}.{method}"] = "sub start= end= /"
    SIGNATURES[f"builtins.{kind}.startswith"] = "prefix start= end= /"
    SIGNATURES[f"builtins.{kind}.endswith"] = "suffix start= end= /"
    SIGNATURES[f"builtins.{kind}.hex"] = "sep= bytes_per_sep="

# Those that inspect answers, but not as the function behaves.
WRONG = set(SIGNATURES) | {"collections.OrderedDict", "random.Random", "array.array", "threading.local"}


def may_be_subclassed(cls):
    return bool(cls.__flags__ & (1 << 10))


def is_public(name):
    return not name.startswith("_")


def is_member(module, name, value):
    """True for a public name of the module: one that it lists or, where it lists none or it is a definition of its own, without _."""
    listed = getattr(module, "__all__", None)
    return is_public(name) and (listed is None or name in listed or getattr(value, "__module__", None) == module.__name__)


def module_names():
    """The version's top-level modules; before 3.10 those that lie here, which is all that have another version's names."""
    listed = getattr(sys, "stdlib_module_names", None)
    if listed is None:
        folder = os.path.dirname(os.__file__)
        found = pkgutil.iter_modules([folder, os.path.join(folder, "lib-dynload")])
        listed = {*sys.builtin_module_names, *(module.name for module in found)}
    return sorted(name for name in listed if name not in UNASKED and not name.startswith("xx"))


def importable(names):
    """The public modules of these names, and those inside them."""
    for name in sorted(names):
        last = name.rpartition(".")[2]
        if (not is_public(last) and name != "__future__") or last in UNASKED or name.startswith("encodings."):
            continue
        try:
            module = importlib.import_module(name)
        except (Exception, SystemExit):
            continue
        yield name, module
        inside = pkgutil.iter_modules(getattr(module, "__path__", ()))
        yield from importable(f"{name}.{one.name}" for one in inside)


def replaced_builtins(module):
    listed = getattr(module, "__all__", None)
    names = filter(is_public, vars(module)) if listed is None else listed
    return sorted(name for name in names if hasattr(builtins, name) and getattr(module, name, None) is not getattr(builtins, name))


def parameters(signature):
    words, kinds = [], [p.kind for p in signature.parameters.values()]
    for index, parameter in enumerate(signature.parameters.values()):
        kind = parameter.kind
        if kind == inspect.Parameter.KEYWORD_ONLY and (index == 0 or kinds[index - 1] < inspect.Parameter.VAR_POSITIONAL):
            words.append("*")
        prefix = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}.get(kind, "")
        words.append(prefix + parameter.name + ("=" if parameter.default is not parameter.empty else ""))
        last = index + 1 == len(kinds) or kinds[index + 1] != inspect.Parameter.POSITIONAL_ONLY
        if kind == inspect.Parameter.POSITIONAL_ONLY and last:
            words.append("/")
    return " ".join(words)


def signature_of(function, full_name, drop_first=False):
    if full_name in WRONG:
        return SIGNATURES.get(full_name, "?")
    if hasattr(function, "n_sequence_fields"):
        return "sequence dict="  # of a result of the operating system inspect knows the tuple's own
    try:
        signature = inspect.signature(function)
    except (ValueError, TypeError, AttributeError):
        return "?"
    # Functions of modules in C that were once methods still tell of a self.
    drop_first |= isinstance(function, types.BuiltinFunctionType) and next(iter(signature.parameters), "") == "self"
    if drop_first:
        first, *rest = signature.parameters.values() or [None]
        if first is None or first.kind not in (first.POSITIONAL_ONLY, first.POSITIONAL_OR_KEYWORD):
            return "?" if first is None else parameters(signature)
        signature = signature.replace(parameters=rest)
    return parameters(signature)


class Dump:
    def __init__(self):
        self.modules = {}
        self.homes = {}
        for name in MODULES:
            try:
                self.modules[name] = importlib.import_module(name)
            except ImportError:
                continue
        for name, module in self.modules.items():
            for listed in getattr(module, "__all__", ()):
                getattr(module, listed, None)  # some are loaded when they are first asked for
            self.find_homes(name, module)

    def find_homes(self, module_name, module):
        """Gives each function and class the public name that it is known by: in its own module, else the first that has it."""
        for name, value in vars(module).items():
            if not is_member(module, name, value) or not isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
                continue
            full = f"{module_name}.{name}"
            rank = (getattr(value, "__module__", None) != module_name, name != getattr(value, "__name__", name), MODULES.index(module_name), name)
            if id(value) not in self.homes or rank < self.homes[id(value)][0]:
                self.homes[id(value)] = (rank, full)

    def home(self, value):
        return self.homes.get(id(value), (None, None))[1]

    def write(self):
        print("version", "%d.%d" % sys.version_info[:2], *module_names(), sep="\t")
        for name, module in sorted({**dict(importable(module_names())), **self.modules}.items()):
            print("star", name, *replaced_builtins(module), sep="\t")
        self.write_other_names()
        for name, module in self.modules.items():
            print("M", name, sep="\t")
            for member, value in sorted(vars(module).items()):
                if is_member(module, member, value):
                    self.write_member(name, member, value)

    def write_other_names(self):
        known = {id(cls): cls for module in self.modules.values() for cls in vars(module).values() if isinstance(cls, type)}
        names = {f"{cls.__module__}.{cls.__qualname__}": self.home(cls) for cls in known.values() if self.home(cls)}
        for name, home in sorted({**names, **WINDOWS}.items()):
            parts = name.split(".")
            if short(home) != short(name) and all(map(is_public, parts)) and ".".join(parts[:-1]) not in self.modules:
                print("other", name, short(home), sep="\t")

    def write_member(self, module, name, value):
        full = f"{module}.{name}"
        if isinstance(value, types.ModuleType):
            return
        if self.home(value) not in (None, full):
            print("a", name, short(self.home(value)), sep="\t")
        elif isinstance(value, type):
            self.write_class(full, name, value)
        elif isinstance(value, (types.FunctionType, types.BuiltinFunctionType)) or inspect.isroutine(value) or hasattr(value, "__wrapped__"):
            print("f", name, signature_of(value, full), sep="\t")
        else:
            print("v", name, self.type_name(value), sep="\t")

    def write_class(self, full, name, cls):
        flags = "".join(flag for flag, holds in FLAGS if holds(cls)) or "-"
        bases = " ".join(map(short, self.public_bases(cls))) or "-"
        print("c", name, flags, bases, signature_of(cls, full), sep="\t")
        for member, (owner, value) in sorted(self.own_members(cls).items()):
            kind = {classmethod: "k", staticmethod: "s"}.get(type(value), "m" if callable(value) else "p")
            kind = "k" if isinstance(value, types.ClassMethodDescriptorType) else kind
            if kind == "p" or isinstance(value, type):
                print("p", member, "", sep="\t")
            else:
                print(kind, member, signature_of(getattr(cls, member) if kind in "ks" else value, f"{full}.{member}", kind == "m"), sep="\t")

    def type_name(self, value):
        return "None" if value is None else short(self.home(type(value)) or "?")

    def public_bases(self, cls):
        for base in cls.__bases__:
            if self.home(base):
                yield self.home(base)
            else:
                yield from self.public_bases(base)

    def own_members(self, cls):
        """Its own public members and those of its bases that have no public name."""
        found = {}
        for owner in reversed(cls.__mro__):
            if owner is cls or not self.home(owner):
                found.update((name, (owner, value)) for name, value in vars(owner).items() if is_public(name))
        return found


def short(name):
    return name[len("builtins."):] if name.startswith("builtins.") else name


def shape(signature):
    """The signature without the names that no caller can write."""
    before, slash, after = signature.rpartition(" /")
    return " ".join("_=" if word.endswith("=") else "_" for word in before.split()) + slash + after


def read(path):
    """The modules of a version, what else it says of modules and names, and the lines of each (module, class, name), in order."""
    lines, others, module, owner = {}, {}, None, ""
    with open(path, encoding="utf-8") as text:
        header = next(text).rstrip("\n").split("\t")
        for line in text:
            kind, *fields = line.rstrip("\n").split("\t")
            if kind in ("star", "other"):
                others[kind, fields[0]] = fields[1:]
            elif kind == "M":
                module, owner = fields[0], ""
            elif kind in "fvac":
                owner = fields[0] if kind == "c" else ""
                lines[module, fields[0], ""] = (kind, fields)
            else:
                lines[module, owner, fields[0]] = (kind, fields)
    return header[1], set(header[2:]), others, lines


def merged(entries):
    """One entry of the entries of all versions: the newest, with the signatures of all."""
    kind, fields = entries[-1]
    if kind in "pva":
        return entries[-1]
    signatures = {}
    for _, older in (entry for entry in entries if entry[0] == kind):
        signatures.update((shape(one), one) for one in older[-1].split("|") if one != "?")
    return kind, [*fields[:-1], "|".join(signatures.values()) if signatures else "?"]


def own_hash():
    """Line ends don't count: git may write others."""
    with open(__file__, "rb") as script:
        return hashlib.sha256(script.read().replace(b"\r\n", b"\n")).hexdigest()


def merge(output, paths):
    versions = sorted((read(path) for path in paths), key=lambda one: [int(part) for part in one[0].split(".")])
    text = ["\t".join(["source", own_hash(), *(one[0] for one in versions)])]
    for (_, before, *_), (version, after, *_) in zip(versions, versions[1:]):
        removed = sorted(name for name in before - after if is_public(name))
        if removed:
            text.append("\t".join(["removed", version, *removed]))
    others = {}
    for _, _, told, _ in versions:
        for (kind, name), fields in told.items():
            # Of a class the newest version's name holds, of star imports what any version replaces.
            others[kind, name] = sorted({*others.get((kind, name), ()), *fields}) if kind == "star" else fields
    text += ["\t".join([kind, name, *fields]) for (kind, name), fields in sorted(others.items())]
    keys = {}
    for *_, lines in versions[-2:]:
        for key, entry in lines.items():
            keys.setdefault(key, []).append(entry)
    module = None
    for key in sorted(keys, key=lambda key: (MODULES.index(key[0]), key[1], key[2])):
        if key[0] != module:
            module = key[0]
            text.append(f"M\t{module}")
        kind, fields = merged(keys[key])
        text.append("\t".join([kind, *fields]))
    data = "\n".join(text).encode()
    with open(output, "wb") as table:
        table.write(zlib.compress(data, 9))
    print(len(text), "lines,", len(data), "bytes, of", ", ".join(one[0] for one in versions))


if __name__ == "__main__":
    if sys.argv[1] == "dump":
        warnings.simplefilter("ignore")
        Dump().write()
    else:
        merge(sys.argv[2], sys.argv[3:])
