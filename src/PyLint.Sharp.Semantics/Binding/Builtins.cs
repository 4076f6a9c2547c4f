using System.Collections.Frozen;

namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// The names of Python's <c>builtins</c> module: <c>dir(builtins)</c> of CPython 3.14 with <c>site</c> loaded, and
/// <c>WindowsError</c>, which exists on Windows alone. The keywords <c>None</c>, <c>True</c> and <c>False</c> are no names.
/// </summary>
public static class Builtins
{
    private static readonly FrozenSet<string> Table = FrozenSet.ToFrozenSet(
        """
        ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError
        BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError
        DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError
        FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning IndentationError
        IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError
        NameError NotADirectoryError NotImplemented NotImplementedError OSError OverflowError PendingDeprecationWarning
        PermissionError ProcessLookupError PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError
        RuntimeWarning StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
        TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning
        UserWarning ValueError Warning WindowsError ZeroDivisionError _IncompleteInputError
        __build_class__ __debug__ __doc__ __import__ __loader__ __name__ __package__ __spec__
        abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright
        credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help
        hex id input int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow
        print property quit range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries),
        StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IReadOnlySet<string> Names => Table;

    /// <summary>True for a name of the module.</summary>
    public static bool Contains(string name) => Table.Contains(name);
}
