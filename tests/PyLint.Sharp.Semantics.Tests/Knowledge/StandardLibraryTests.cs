using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Tests.Knowledge;

public class StandardLibraryTests
{
    [TestCase("os.path.join", "a, *p")]
    [TestCase("len", "obj, /")]
    [TestCase("print", "*args, sep=, end=, file=, flush=")]
    [TestCase("sorted", "iterable, /, *, key=, reverse=")]
    [TestCase("range", "stop, / | start, stop, step=, /")]
    [TestCase("dict.get", "key, default=, /")]
    [TestCase("collections.OrderedDict.get", "key, default=, /")]
    [TestCase("dict.fromkeys", "iterable, value=, /")]
    [TestCase("str.maketrans", "x, y=, z=, /")]
    [TestCase("json.loads", "s, *, cls=, object_hook=, parse_float=, parse_int=, parse_constant=, object_pairs_hook=, **kw")]
    [TestCase("subprocess.run", "*popenargs, input=, capture_output=, timeout=, check=, **kwargs")]
    [TestCase("datetime.timedelta", "days=, seconds=, microseconds=, milliseconds=, minutes=, hours=, weeks=")]
    [TestCase("bytes", "source=, encoding=, errors=")]
    [TestCase("codecs.ignore_errors", "object, /")]
    [TestCase("os.stat_result", "sequence, dict=")]
    [TestCase("inspect.Parameter", "name, kind, *, default=, annotation=")]
    [TestCase("ValueError", "")]
    public void A_callable_has_its_signatures(string name, string expected) =>
        string.Join(" | ", StandardLibrary.Find(name)!.Signatures.Select(Text)).Should().Be(expected);

    [TestCase("os.missing")]
    [TestCase("missing")]
    [TestCase("missing.join")]
    [TestCase("str.missing")]
    [TestCase("len.real")]
    [TestCase("")]
    [TestCase(".")]
    [TestCase("os.")]
    [TestCase(".os.path")]
    public void An_unknown_name_gives_nothing(string name) => StandardLibrary.Find(name).Should().BeNull();

    [TestCase("IOError", "OSError")]
    [TestCase("socket.timeout", "TimeoutError")]
    [TestCase("json.JSONDecodeError", "json.JSONDecodeError")]
    [TestCase("json.decoder.JSONDecodeError", "json.JSONDecodeError")]
    [TestCase("unittest.case.TestCase.assertEqual", "unittest.TestCase.assertEqual")]
    [TestCase("WindowsError", "OSError")]
    [TestCase("typing.NamedTuple", "typing.NamedTuple")]
    public void An_alias_leads_to_one_name(string name, string expected) => StandardLibrary.Find(name)!.QualifiedName.Should().Be(expected);

    [TestCase("KeyError", "LookupError", true)]
    [TestCase("json.JSONDecodeError", "ValueError", true)]
    [TestCase("collections.OrderedDict", "dict", true)]
    [TestCase("bool", "int", true)]
    [TestCase("datetime.datetime", "datetime.date", true)]
    [TestCase("ExceptionGroup", "Exception", true)]
    [TestCase("asyncio.CancelledError", "Exception", false)]
    [TestCase("concurrent.futures.CancelledError", "Exception", true)]
    [TestCase("KeyError", "ValueError", false)]
    [TestCase("dict", "object", true)]
    public void A_class_knows_its_bases(string name, string baseName, bool expected) =>
        StandardLibrary.FindClass(name)!.DerivesFrom(baseName).Should().Be(expected);

    [Test]
    public void A_class_knows_what_its_instances_can_do()
    {
        StandardLibrary.FindClass("list")!.HasHash.Should().BeFalse();
        StandardLibrary.FindClass("collections.deque")!.HasHash.Should().BeFalse();
        StandardLibrary.FindClass("frozenset")!.HasHash.Should().BeTrue();
        StandardLibrary.FindClass("io.TextIOWrapper")!.IsContextManager.Should().BeTrue();
        StandardLibrary.FindClass("subprocess.Popen")!.IsContextManager.Should().BeTrue();
        StandardLibrary.FindClass("dict")!.IsContextManager.Should().BeFalse();
        StandardLibrary.FindClass("asyncio.Lock")!.IsAsyncContextManager.Should().BeTrue();
        StandardLibrary.FindClass("zip")!.IsIterator.Should().BeTrue();
        StandardLibrary.FindClass("range")!.IsIterable.Should().BeTrue();
        StandardLibrary.FindClass("datetime.datetime")!.CanBeFalse.Should().BeFalse();
        StandardLibrary.FindClass("datetime.timedelta")!.CanBeFalse.Should().BeTrue();
        StandardLibrary.FindClass("collections.abc.Mapping")!.IsAbstract.Should().BeTrue();
        StandardLibrary.FindClass("bool")!.IsFinal.Should().BeTrue();
    }

    [Test]
    public void Modules_and_values_are_known()
    {
        StandardLibrary.HasModule("os.path").Should().BeTrue();
        StandardLibrary.HasModule("numpy").Should().BeFalse();
        StandardLibrary.ModuleRemovedIn("dummy_threading").Should().Be("3.9");
        StandardLibrary.ModuleRemovedIn("imp").Should().Be("3.12");
        StandardLibrary.ModuleRemovedIn("cgi").Should().Be("3.13");
        StandardLibrary.ModuleRemovedIn("os").Should().BeNull();
        StandardLibrary.Find("math.pi")!.ConstantType.Should().Be("float");
        StandardLibrary.Find("re.IGNORECASE")!.ConstantType.Should().Be("re.RegexFlag");
        StandardLibrary.Find("os.getcwd")!.Returns.Should().Be("str");
        StandardLibrary.Find("max")!.Returns.Should().BeNull();
    }

    [TestCase("math", "pow", Answer.Yes)]
    [TestCase("math", "open", Answer.No)]
    [TestCase("os.path", "open", Answer.No)]
    [TestCase("tkinter", "open", Answer.No)]
    [TestCase("concurrent.futures", "TimeoutError", Answer.Yes)]
    [TestCase("numpy", "sum", Answer.Unknown)]
    public void A_star_import_replaces_built_ins(string module, string builtin, Answer expected) =>
        StandardLibrary.StarImportReplaces(module, builtin).Should().Be(expected);

    [TestCase("int", "ValueError, TypeError, OverflowError")]
    [TestCase("dict.__getitem__", "KeyError")]
    [TestCase("io.open", "OSError, ValueError, LookupError")]
    [TestCase("collections.Counter.popitem", "KeyError")]
    [TestCase("json.loads", "json.JSONDecodeError, TypeError, UnicodeDecodeError")]
    [TestCase("dict.get", "")]
    [TestCase("missing", "")]
    public void A_callable_raises_its_exceptions(string name, string expected) =>
        string.Join(", ", StandardLibrary.RaisesOf(name)).Should().Be(expected);

    [TestCase("contextlib.suppress", Answer.Yes)]
    [TestCase("open", Answer.No)]
    [TestCase("io.open", Answer.No)]
    [TestCase("contextlib.ExitStack", Answer.Unknown)]
    public void A_context_manager_ends_exceptions_or_lets_them_through(string name, Answer expected) =>
        StandardLibrary.SwallowsExceptions(name).Should().Be(expected);

    [Test]
    public void Every_fact_speaks_of_names_of_the_library()
    {
        LibraryRaises.Names.Should().HaveCountGreaterThan(200);
        LibraryRaises.Names.Concat(LibraryContexts.Names).Where(name => !IsKnown(name)).Should().BeEmpty();
        LibraryRaises.Names.SelectMany(name => StandardLibrary.RaisesOf(name)).Where(name => StandardLibrary.FindClass(name)?.DerivesFrom("BaseException") != true)
            .Should().BeEmpty();
    }

    /// <summary>True for names of the table, and for special methods of its classes and values.</summary>
    private static bool IsKnown(string name)
    {
        var dot = name.LastIndexOf('.');
        return StandardLibrary.Find(name) != null
            || (dot > 0 && StandardLibrary.Find(name[..dot]) is { Kind: LibraryMemberKind.Class or LibraryMemberKind.Constant })
            || name is "exit" or "quit" or "__import__";
    }

    [Test]
    public void Every_name_of_the_table_of_returns_is_a_callable_of_the_library()
    {
        LibraryReturns.Names.Should().NotBeEmpty();
        LibraryReturns.Names.Where(name => StandardLibrary.Find(name) is not { Kind: not (LibraryMemberKind.Constant or LibraryMemberKind.Attribute) })
            .Should().BeEmpty();
    }

    [Test]
    public void Several_threads_may_ask_at_once()
    {
        string[] names = ["random.choice", "heapq.heappush", "csv.DictReader", "uuid.uuid4", "shutil.copy", "copy.deepcopy"];
        var found = new System.Collections.Concurrent.ConcurrentBag<string?>();
        Parallel.For(0, 600, i => found.Add(StandardLibrary.Find(names[i % names.Length])?.QualifiedName));
        found.Distinct().Should().BeEquivalentTo(names);
    }

    private static string Text(LibrarySignature signature)
    {
        var words = new List<string>();
        LibraryParameterKind? last = null;
        foreach (var parameter in signature.Parameters)
        {
            if (last == LibraryParameterKind.PositionalOnly && parameter.Kind != last)
            {
                words.Add("/");
            }

            if (parameter.Kind == LibraryParameterKind.KeywordOnly && last is null or <= LibraryParameterKind.PositionalOrKeyword)
            {
                words.Add(parameter.Kind == LibraryParameterKind.KeywordOnly ? "*" : "");
            }

            words.Add(parameter.Kind switch
            {
                LibraryParameterKind.VarPositional => "*" + parameter.Name,
                LibraryParameterKind.VarKeyword => "**" + parameter.Name,
                _ => parameter.Name + (parameter.HasDefault ? "=" : ""),
            });
            last = parameter.Kind;
        }

        if (last == LibraryParameterKind.PositionalOnly)
        {
            words.Add("/");
        }

        words.RemoveAll(string.IsNullOrEmpty);
        return string.Join(", ", words);
    }
}
