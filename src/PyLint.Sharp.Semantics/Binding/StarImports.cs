using System.Collections.Frozen;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// Which built-ins a star import replaces: the public names of CPython 3.13's and 3.14's modules that are built-ins' names, but not
/// the built-ins themselves. Of a module that is not in the table anything can come.
/// </summary>
internal static class StarImports
{
    /// <summary>Modules that replace some built-ins.</summary>
    private static readonly FrozenDictionary<string, string[]> Replacing = FrozenDictionary.ToFrozenDictionary(
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["ast"] = ["slice"],
            ["bz2"] = ["open"],
            ["codecs"] = ["open"],
            ["curses"] = ["filter"],
            ["curses.ascii"] = ["ascii"],
            ["dbm"] = ["open"],
            ["enum"] = ["property"],
            ["fileinput"] = ["input"],
            ["fnmatch"] = ["filter"],
            ["gzip"] = ["open"],
            ["importlib"] = ["__import__"],
            ["locale"] = ["str"],
            ["lzma"] = ["open"],
            ["math"] = ["pow"],
            ["multiprocessing"] = ["TimeoutError"],
            ["operator"] = ["abs", "pow"],
            ["os"] = ["open"],
            ["pdb"] = ["help"],
            ["posix"] = ["open"],
            ["py_compile"] = ["compile"],
            ["pydoc"] = ["help"],
            ["re"] = ["compile"],
            ["reprlib"] = ["repr"],
            ["shelve"] = ["open"],
            ["sqlite3"] = ["Warning"],
            ["sys"] = ["copyright", "exit"],
            ["tarfile"] = ["open"],
            ["threading"] = ["enumerate"],
            ["tokenize"] = ["open"],
            ["wave"] = ["open"],
            ["webbrowser"] = ["open"],
        },
        StringComparer.Ordinal);

    /// <summary>Modules that replace none.</summary>
    private static readonly FrozenSet<string> Harmless = FrozenSet.ToFrozenSet(
        """
        __future__ abc argparse array asyncio atexit base64 bdb binascii bisect builtins cProfile calendar cmath cmd code codeop
        collections collections.abc colorsys compileall concurrent concurrent.futures configparser contextlib contextvars copy
        copyreg csv ctypes ctypes.wintypes dataclasses datetime decimal difflib dis doctest email encodings errno faulthandler
        fcntl filecmp fractions ftplib functools gc getopt getpass gettext glob graphlib grp hashlib heapq hmac html http imaplib
        inspect io ipaddress itertools json keyword linecache logging logging.handlers mailbox marshal mimetypes mmap modulefinder
        numbers optparse os.path pathlib pickle pickletools pkgutil platform plistlib poplib pprint profile pstats pty pwd pyclbr
        queue quopri random readline resource rlcompleter runpy sched secrets select selectors shlex shutil signal site smtplib
        socket socketserver ssl stat statistics string stringprep struct subprocess symtable sysconfig syslog tabnanny tempfile
        termios textwrap time timeit tkinter tkinter.constants tkinter.filedialog tkinter.messagebox tkinter.ttk token tomllib
        trace traceback tracemalloc tty turtle types typing unicodedata unittest unittest.mock urllib urllib.parse urllib.request
        uuid venv warnings weakref wsgiref xml xml.etree.ElementTree xmlrpc zipapp zipfile zipimport zlib zoneinfo
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    public static bool MayReplace(List<ImportFrom> imports, string builtin)
    {
        foreach (var import in imports)
        {
            if (import.Level > 0 || import.Module is not { } module || MayReplace(module.Text, builtin))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MayReplace(string module, string builtin) =>
        Replacing.TryGetValue(module, out var replaced) ? Array.IndexOf(replaced, builtin) >= 0 : !Harmless.Contains(module);
}
