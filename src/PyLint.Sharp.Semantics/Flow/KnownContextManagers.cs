using System.Collections.Frozen;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which context managers end an exception that is raised in their block (Python reference, 3.3.9: a true value from <c>__exit__</c>).</summary>
internal static class KnownContextManagers
{
    private static readonly FrozenSet<string> Swallowing = FrozenSet.Create(
        StringComparer.Ordinal,
        "contextlib.suppress",
        "pytest.raises",
        "pytest.RaisesGroup");

    private static readonly FrozenSet<string> Propagating = FrozenSet.Create(
        StringComparer.Ordinal,
        "open",
        "bz2.open",
        "codecs.open",
        "concurrent.futures.ProcessPoolExecutor",
        "concurrent.futures.ThreadPoolExecutor",
        "contextlib.chdir",
        "contextlib.closing",
        "contextlib.nullcontext",
        "contextlib.redirect_stderr",
        "contextlib.redirect_stdout",
        "decimal.localcontext",
        "gzip.open",
        "io.open",
        "lzma.open",
        "memoryview",
        "multiprocessing.Lock",
        "multiprocessing.Pool",
        "os.fdopen",
        "os.scandir",
        "socket.socket",
        "sqlite3.connect",
        "subprocess.Popen",
        "tarfile.open",
        "tempfile.NamedTemporaryFile",
        "tempfile.SpooledTemporaryFile",
        "tempfile.TemporaryDirectory",
        "tempfile.TemporaryFile",
        "threading.Condition",
        "threading.Lock",
        "threading.RLock",
        "threading.Semaphore",
        "urllib.request.urlopen",
        "warnings.catch_warnings",
        "zipfile.ZipFile");

    public static Answer Swallows(SemanticModel model, Expr contextExpression)
    {
        var maker = contextExpression is Name name ? model.ValueOf(name) : contextExpression;
        if (maker is not Call { Func: var callee })
        {
            return Answer.Unknown;
        }

        if (callee is Attribute { Value: Name { Id: "self" }, Attr.Text: "assertRaises" or "assertRaisesRegex" })
        {
            return Answer.Yes;
        }

        return model.KnownName(callee) switch
        {
            null => Answer.Unknown,
            var known when Swallowing.Contains(known) => Answer.Yes,
            var known when Propagating.Contains(known) => Answer.No,
            _ => Answer.Unknown,
        };
    }
}
