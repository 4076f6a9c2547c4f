namespace PyLint.Sharp.Semantics.Binding;

/// <summary>
/// The names of Python's <c>builtins</c> module: <c>dir(builtins)</c> of CPython 3.14 with <c>site</c> loaded, and
/// <c>WindowsError</c>, which exists on Windows alone. The keywords <c>None</c>, <c>True</c> and <c>False</c> are no names.
/// </summary>
public static class Builtins
{
    private static readonly string[] Table =
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
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly Dictionary<string, int> Numbers = NumberAll();

    /// <summary>By length, the first letters that names of the module have, as bits: most other names are told by that, without their hash.</summary>
    private static readonly ulong[] FirstLetters = CollectFirstLetters();

    /// <summary>How many there are: the largest number of a name.</summary>
    internal static int Count => Table.Length;

    /// <summary>True for a name of the module.</summary>
    public static bool Contains(string name) => NumberOf(name) != 0;

    /// <summary>The place of a name among all, counted from 1; 0 for what is no name of the module.</summary>
    internal static int NumberOf(string name) => MayHave(name) && Numbers.TryGetValue(name, out var number) ? number : 0;

    internal static string NameOf(int number) => Table[number - 1];

    private static bool MayHave(string name) => name.Length - 1 is var length && (uint)length < (uint)FirstLetters.Length && (FirstLetters[length] >> (name[0] - 'A') & 1) != 0;

    private static ulong[] CollectFirstLetters()
    {
        var letters = Array.Empty<ulong>();
        foreach (var name in Table)
        {
            Array.Resize(ref letters, Math.Max(letters.Length, name.Length));
            letters[name.Length - 1] |= 1UL << (name[0] - 'A');
        }

        return letters;
    }

    private static Dictionary<string, int> NumberAll()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var name in Table)
        {
            numbers.Add(name, numbers.Count + 1);
        }

        return numbers;
    }
}
