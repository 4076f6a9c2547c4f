using System.Globalization;
using System.Text;
using PyLint.Sharp.Semantics.Knowledge;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>
/// Calls of functions of the standard library and of methods of built-in and library values, with random numbers for arguments. The program
/// prints of each call <c>binding</c> when Python says that the arguments don't fit the parameters, <c>value</c> for another
/// <c>TypeError</c>, and <c>ran</c> for all else.
/// </summary>
internal sealed class LibraryCallGenerator(Random random)
{
    private const int CallsInProgram = 12;

    private const string Prelude = """
        import ast, base64, binascii, bisect, calendar, collections, copy, csv, datetime, decimal, fractions, functools, hashlib, heapq, html, inspect
        import itertools, json, keyword, math, operator, os.path, pathlib, random, re, shlex, statistics, string, struct, textwrap, unicodedata
        import urllib.parse, uuid, zlib
        BINDING = re.compile(r"takes (no|exactly|at most|at least|from|\d)|expected (at least|at most|exactly|\d+) |unexpected keyword|required (argument|positional|keyword)|missing "
            r"|keyword argument|positional|multiple values|given by name|takes \d|must have at least|expected \d|needs at least|argument count")
        def attempt(number, run):
            try: run()
            except AttributeError: return
            except TypeError as error: print(number, 'binding' if BINDING.search(str(error)) else 'value')
            except BaseException: print(number, 'ran')
            else: print(number, 'ran')

        """;

    /// <summary>Values, and the classes whose methods they have. None of these waits, writes, or ends the program.</summary>
    private static readonly (string Value, string Class)[] Values =
    [
        ("''", "str"), ("b''", "bytes"), ("bytearray()", "bytearray"), ("(7)", "int"), ("True", "bool"), ("1.5", "float"), ("1j", "complex"), ("[]", "list"),
        ("(1, 2)", "tuple"), ("{}", "dict"), ("{1}", "set"), ("frozenset()", "frozenset"), ("range(3)", "range"), ("collections.deque()", "collections.deque"),
        ("collections.defaultdict(list)", "collections.defaultdict"), ("collections.Counter()", "collections.Counter"),
        ("collections.OrderedDict()", "collections.OrderedDict"), ("datetime.datetime(2000, 1, 1)", "datetime.datetime"), ("datetime.date(2000, 1, 1)", "datetime.date"),
        ("datetime.time()", "datetime.time"), ("datetime.timedelta(1)", "datetime.timedelta"), ("decimal.Decimal(1)", "decimal.Decimal"),
        ("fractions.Fraction(1)", "fractions.Fraction"), ("pathlib.PurePath('a')", "pathlib.PurePath"), ("random.Random(1)", "random.Random"),
        ("string.Template('')", "string.Template"),
    ];

    private static readonly string[] Modules =
    [
        "", "ast", "base64", "binascii", "bisect", "calendar", "collections", "copy", "csv", "datetime", "decimal", "fractions", "functools", "hashlib", "heapq", "html",
        "inspect", "itertools", "json", "keyword", "math", "operator", "os.path", "random", "re", "shlex", "statistics", "string", "struct", "textwrap", "unicodedata",
        "urllib.parse", "uuid", "zlib",
    ];

    private static readonly string[] Unasked = ["input", "open", "exec", "eval", "compile", "exit", "quit", "__import__", "print"];

    private static readonly (string Callee, LibraryMember Member)[] Callees = [.. Functions(), .. Methods()];

    private readonly StringBuilder program = new(Prelude);
    private int argument = 1000;

    public string Create()
    {
        for (var i = 0; i < CallsInProgram; i++)
        {
            var (callee, member) = Callees[random.Next(Callees.Length)];
            program.Append(CultureInfo.InvariantCulture, $"attempt({i}, lambda: {callee}({Arguments(member)}))\n");
        }

        return program.ToString();
    }

    private static IEnumerable<(string, LibraryMember)> Functions() => LibraryReturns.Names.Concat(LibraryRaises.Names).Distinct().Order(StringComparer.Ordinal)
        .Where(name => !Unasked.Contains(name) && Modules.Contains(name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : ""))
        .Select(name => (name, StandardLibrary.Find(name)!))
        .Where(one => one.Item2 is { Kind: LibraryMemberKind.Function or LibraryMemberKind.Class, Signatures.IsEmpty: false });

    private static IEnumerable<(string, LibraryMember)> Methods() =>
        from value in Values
        from member in MembersOf(value.Class)
        where !member.Signatures.IsEmpty && member.Kind is LibraryMemberKind.Method or LibraryMemberKind.ClassMethod or LibraryMemberKind.StaticMethod
        orderby value.Class, member.QualifiedName
        select ($"{value.Value}.{member.QualifiedName[(member.QualifiedName.LastIndexOf('.') + 1)..]}", member);

    private static IEnumerable<LibraryMember> MembersOf(string name) =>
        StandardLibrary.FindClass(name)!.OwnMembers.Concat(StandardLibrary.FindClass(name)!.BaseNames.SelectMany(MembersOf));

    private string Arguments(LibraryMember member)
    {
        var names = member.Signatures.SelectMany(signature => signature.Parameters).Select(parameter => parameter.Name).Append("zz").Distinct().ToList();
        var places = member.Signatures.Max(signature => signature.Parameters.Length);
        var parts = new List<string>();
        for (var count = random.Next(places + 3); count > 0; count--)
        {
            parts.Add(random.Next(12) == 0 ? $"*({Next()}, {Next()})" : Next());
        }

        foreach (var name in names.OrderBy(_ => random.Next()).Take(random.Next(8) switch { < 4 => 0, < 7 => 1, _ => 2 }).Where(name => name is not ("lambda" or "class")))
        {
            parts.Add(random.Next(6) == 0 ? $"**{{'{name}': {Next()}}}" : $"{name}={Next()}");
        }

        // Python wants unpacked names last.
        return string.Join(", ", parts.OrderBy(part => part.StartsWith("**", StringComparison.Ordinal) ? 1 : 0));
    }

    private string Next() => (++argument).ToString(CultureInfo.InvariantCulture);
}
