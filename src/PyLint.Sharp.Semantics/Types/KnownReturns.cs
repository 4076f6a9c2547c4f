using System.Collections.Frozen;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// What built-in functions and methods return, from the Python library reference ("Built-in Functions", "Built-in Types" and the
/// modules' chapters). Only what holds for every argument that doesn't raise.
/// </summary>
internal static class KnownReturns
{
    private const string TextMethods =
        """
        Str capitalize casefold center expandtabs format format_map join ljust lower lstrip removeprefix removesuffix replace
        Str rjust rstrip strip swapcase title translate upper zfill
        List split rsplit splitlines
        Tuple partition rpartition
        Bytes encode
        """;

    private const string BytesMethods =
        """
        Bytes capitalize center expandtabs join ljust lower lstrip removeprefix removesuffix replace rjust rstrip strip swapcase
        Bytes title translate upper zfill
        List split rsplit splitlines
        Tuple partition rpartition
        Str decode hex
        """;

    private const string SearchMethods =
        """
        Int count find index rfind rindex
        Bool endswith isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isprintable isspace istitle isupper
        Bool startswith
        """;

    private const string SetTests = "Bool isdisjoint issubset issuperset";

    private static readonly FrozenDictionary<string, PyTypeKind> Functions = Table(
        """
        List list sorted dir os.listdir glob.glob shlex.split
        Tuple tuple os.path.split os.path.splitext os.path.splitdrive
        Dict dict globals
        Set set
        FrozenSet frozenset
        Str str repr ascii chr hex bin oct format input os.getcwd
        Bytes bytes
        ByteArray bytearray
        Int int len ord hash id
        Float float time.time time.perf_counter time.monotonic random.random
        Complex complex
        Bool bool isinstance issubclass callable hasattr all any os.path.exists os.path.isfile os.path.isdir
        Range range
        Slice slice
        None print setattr delattr
        Iterator enumerate zip map filter
        File open io.open
        Array array.array
        Deque collections.deque
        DefaultDict collections.defaultdict
        Counter collections.Counter
        OrderedDict collections.OrderedDict
        Class collections.namedtuple
        """);

    private static readonly FrozenDictionary<PyTypeKind, FrozenDictionary<string, PyTypeKind>> Methods =
        new Dictionary<PyTypeKind, FrozenDictionary<string, PyTypeKind>>
        {
            [PyTypeKind.Str] = Table(TextMethods, SearchMethods),
            [PyTypeKind.Bytes] = Table(BytesMethods, SearchMethods),
            [PyTypeKind.Int] = Table("Int bit_length bit_count conjugate", "Bool is_integer", "Bytes to_bytes"),
            [PyTypeKind.Float] = Table("Str hex", "Bool is_integer", "Tuple as_integer_ratio"),
            [PyTypeKind.List] = Table("List copy", "Int index count", "None append extend insert remove reverse sort clear"),
            [PyTypeKind.Tuple] = Table("Int index count"),
            [PyTypeKind.Range] = Table("Int index count"),
            [PyTypeKind.Dict] = Table("Dict copy", "None clear update", "Tuple popitem"),
            [PyTypeKind.DefaultDict] = Table("DefaultDict copy", "None clear update", "Tuple popitem"),
            [PyTypeKind.Counter] = Table("Counter copy", "List most_common", "Iterator elements", "None clear update subtract"),
            [PyTypeKind.OrderedDict] = Table("OrderedDict copy", "None clear update move_to_end", "Tuple popitem"),
            [PyTypeKind.Set] = Table(
                SetTests,
                "Set copy union intersection difference symmetric_difference",
                "None add clear difference_update discard intersection_update remove symmetric_difference_update update"),
            [PyTypeKind.FrozenSet] = Table(SetTests, "FrozenSet copy union intersection difference symmetric_difference"),
            [PyTypeKind.Deque] = Table("Deque copy", "Int index count", "None append appendleft clear extend extendleft insert remove reverse rotate"),
            [PyTypeKind.File] = Table("List readlines", "Bool isatty readable seekable writable", "None close flush writelines"),
        }.ToFrozenDictionary();

    public static PyTypeKind OfFunction(string name) => Functions.GetValueOrDefault(name);

    public static PyTypeKind OfMethod(PyTypeKind receiver, string name) =>
        Methods.TryGetValue(receiver, out var methods) ? methods.GetValueOrDefault(name) : PyTypeKind.Unknown;

    /// <summary>Lines of a type and the names that return it.</summary>
    private static FrozenDictionary<string, PyTypeKind> Table(params ReadOnlySpan<string> texts)
    {
        var table = new Dictionary<string, PyTypeKind>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            foreach (var line in text.Split('\n'))
            {
                var words = line.Split([' ', '\r'], StringSplitOptions.RemoveEmptyEntries);
                foreach (var name in words.AsSpan()[1..])
                {
                    table.Add(name, Enum.Parse<PyTypeKind>(words[0]));
                }
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
