using System.Collections.Frozen;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Resources;

/// <summary>A call that opens something that somebody must close.</summary>
/// <param name="Noun">What it opens.</param>
/// <param name="Variable">How one calls it in a <c>with</c>; null where the <c>with</c> gives another object.</param>
/// <param name="EndsTransaction">True where a <c>with</c> over it ends a transaction and closes nothing.</param>
internal readonly record struct Opener(string Noun, string? Variable, bool EndsTransaction)
{
    /// <summary>The last names of all of them: asking for these first is cheap.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "open", "fdopen", "ZipFile", "TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "urlopen", "socket",
        "create_connection", "connect", "FileIO", "open_code", "GzipFile", "BZ2File", "LZMAFile", "input", "FileInput");

    /// <summary>Null for all other calls. That each has <c>__enter__</c> and <c>__exit__</c> the library reference says.</summary>
    public static Opener? Of(Call call, SemanticModel model)
    {
        if (!Names.Contains(HandedOver.NameOf(call.Func)) || LeavesOpen(call))
        {
            return null;
        }

        return model.KnownName(call.Func) switch
        {
            "open" or "io.open" or "codecs.open" or "os.fdopen" or "gzip.open" or "bz2.open" or "lzma.open"
                or "io.FileIO" or "io.open_code" or "gzip.GzipFile" or "bz2.BZ2File" or "lzma.LZMAFile" or "tokenize.open" or "wave.open"
                or "fileinput.input" or "fileinput.FileInput" or "tempfile.TemporaryFile" or "tempfile.NamedTemporaryFile" or "tempfile.SpooledTemporaryFile" => new Opener("file", "file", false),
            "tempfile.TemporaryDirectory" => new Opener("folder", null, false),
            "zipfile.ZipFile" or "tarfile.open" => new Opener("archive", "archive", false),
            "urllib.request.urlopen" => new Opener("response", "response", false),
            "socket.socket" or "socket.create_connection" => new Opener("socket", "connection", false),
            "shelve.open" or "dbm.open" or "dbm.gnu.open" or "dbm.ndbm.open" or "dbm.dumb.open" or "dbm.sqlite3.open" => new Opener("database", "database", false),
            "sqlite3.connect" or "psycopg2.connect" or "psycopg.connect" => new Opener("connection", null, true),
            null when call.Func is Attribute { Attr.Text: "open", Value: var owner } && IsPath(owner, model) => new Opener("file", "file", false),
            _ => null,
        };
    }

    /// <summary>True for a file object over a descriptor that somebody else closes.</summary>
    private static bool LeavesOpen(Call call)
    {
        foreach (var keyword in call.Keywords)
        {
            if (keyword is { Name.Text: "closefd", Value: Constant { Value: false } })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPath(Expr owner, SemanticModel model) =>
        model.TypeOf(owner) is { Kind: PyTypeKind.Library, Library.QualifiedName: "pathlib.Path" or "pathlib.PosixPath" or "pathlib.WindowsPath" };

    /// <summary>True for methods that close.</summary>
    public static bool IsCloser(string method) => method is "close" or "cleanup" or "detach" or "aclose";
}
