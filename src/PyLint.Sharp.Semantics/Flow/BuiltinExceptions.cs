using System.Collections.Frozen;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>
/// The hierarchy of Python's exceptions: all of the built-in ones (library reference, "Exception hierarchy", CPython 3.14) and those
/// of the standard library that are handled most. Names are those that <see cref="SemanticModel.KnownName"/> gives.
/// </summary>
public static class BuiltinExceptions
{
    /// <summary>Lines of a class and its direct subclasses. A second base stands in <see cref="SecondBases"/>.</summary>
    private static readonly FrozenDictionary<string, string> Bases = Table(
        """
        BaseException: BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt SystemExit asyncio.CancelledError
        BaseExceptionGroup: ExceptionGroup
        Exception: ArithmeticError AssertionError AttributeError BufferError EOFError ImportError LookupError MemoryError NameError
        Exception: OSError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError ValueError
        Exception: Warning
        ArithmeticError: FloatingPointError OverflowError ZeroDivisionError
        ImportError: ModuleNotFoundError
        LookupError: IndexError KeyError
        NameError: UnboundLocalError
        OSError: BlockingIOError ChildProcessError ConnectionError FileExistsError FileNotFoundError InterruptedError
        OSError: IsADirectoryError NotADirectoryError PermissionError ProcessLookupError TimeoutError
        ConnectionError: BrokenPipeError ConnectionAbortedError ConnectionRefusedError ConnectionResetError
        RuntimeError: NotImplementedError PythonFinalizationError RecursionError
        SyntaxError: IndentationError _IncompleteInputError
        IndentationError: TabError
        ValueError: UnicodeError
        UnicodeError: UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError
        Warning: BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning PendingDeprecationWarning
        Warning: ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning UserWarning
        Exception: configparser.Error csv.Error pickle.PickleError queue.Empty queue.Full re.error sqlite3.Error struct.error
        Exception: subprocess.SubprocessError zipfile.BadZipFile zlib.error
        subprocess.SubprocessError: subprocess.CalledProcessError subprocess.TimeoutExpired
        pickle.PickleError: pickle.PicklingError pickle.UnpicklingError
        sqlite3.Error: sqlite3.DatabaseError sqlite3.InterfaceError
        sqlite3.DatabaseError: sqlite3.IntegrityError sqlite3.OperationalError sqlite3.ProgrammingError
        ArithmeticError: decimal.DecimalException
        decimal.DecimalException: decimal.InvalidOperation
        ValueError: binascii.Error json.JSONDecodeError
        OSError: shutil.Error socket.gaierror socket.herror ssl.SSLError urllib.error.URLError
        urllib.error.URLError: urllib.error.HTTPError
        """);

    private static readonly FrozenDictionary<string, string> SecondBases = Table(
        """
        Exception: ExceptionGroup
        """);

    /// <summary>Other names of a class.</summary>
    private static readonly FrozenDictionary<string, string> Aliases = Table(
        """
        OSError: EnvironmentError IOError WindowsError os.error select.error socket.error
        TimeoutError: asyncio.TimeoutError concurrent.futures.TimeoutError socket.timeout
        asyncio.CancelledError: asyncio.exceptions.CancelledError concurrent.futures.CancelledError
        json.JSONDecodeError: json.decoder.JSONDecodeError
        re.error: re.PatternError
        """);

    /// <summary>True for the name of an exception class in the table.</summary>
    public static bool Contains(string name) => name == "BaseException" || Bases.ContainsKey(Canonical(name));

    /// <summary>The class's own name: <c>OSError</c> for <c>IOError</c>.</summary>
    public static string Canonical(string name) => Aliases.GetValueOrDefault(name, name);

    /// <summary>The direct base; null for <c>BaseException</c> and for names that are not in the table.</summary>
    public static string? BaseOf(string name) => Bases.GetValueOrDefault(Canonical(name));

    /// <summary>Whether a class is another one or derives from it; unknown for names that are not in the table.</summary>
    public static Answer IsSubclass(string name, string baseName)
    {
        if (!Contains(name) || !Contains(baseName))
        {
            return Answer.Unknown;
        }

        var wanted = Canonical(baseName);
        for (var current = Canonical(name); current != null; current = BaseOf(current))
        {
            if (current == wanted || SecondBases.GetValueOrDefault(current) == wanted)
            {
                return Answer.Yes;
            }
        }

        return Answer.No;
    }

    private static FrozenDictionary<string, string> Table(string text)
    {
        var table = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            var words = line.Split([':', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in words.AsSpan()[1..])
            {
                table.Add(name, words[0]);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
