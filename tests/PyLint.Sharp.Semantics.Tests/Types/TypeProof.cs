using System.Text.Json;
using PyLint.Sharp.Semantics.Tests.Programs;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Types;

/// <summary>Types and hashability are held to what an installed CPython shows when it runs programs that we generate.</summary>
public class TypeProof
{
    private const int Usual = 1500;

    /// <summary>Prints of a value its types, deep, and whether it can be hashed. A program whose values grow too large is ended.</summary>
    private const string Reveal = """
        import json, sys
        def _describe(v, deep=4):
            kind = type(v)
            told = {'t': kind.__name__, 'm': [base.__name__ for base in kind.__mro__], 'n': hasattr(v, '__next__')}
            if deep and isinstance(v, (list, tuple, set, frozenset, dict)):
                told['a'] = [_describe(x, deep - 1) for x in list(v)[:20 if isinstance(v, tuple) else 5]]
            if deep and isinstance(v, dict):
                told['v'] = [_describe(x, deep - 1) for x in list(v.values())[:5]]
            if kind.__name__ == 'datetime':
                told['z'] = v.tzinfo is not None
            return told
        def _guard(frame, event, argument):
            if frame.f_code.co_filename != 'generated':
                return None
            global _steps
            _steps += 1
            if _steps > 1500:
                raise MemoryError
            for v in list(frame.f_locals.values()):
                if isinstance(v, (list, str)) and len(v) > 200 or isinstance(v, int) and v.bit_length() > 500:
                    raise MemoryError
                # Containers that hold themselves twice take forever to compare and to hash.
                for end in 0, -1:
                    inner = v
                    for _ in range(16):
                        if not isinstance(inner, (list, tuple)) or not len(inner):
                            break
                        inner = tuple.__getitem__(inner, end) if isinstance(inner, tuple) else list.__getitem__(inner, end)
                    else:
                        raise MemoryError
            return _guard
        _steps = 0
        sys.settrace(_guard)
        sys._getframe().f_trace = _guard
        def _r(line, v):
            try:
                hash(v)
                hashable = 'hashed'
            except TypeError:
                hashable = 'TypeError'
            print(line, hashable, json.dumps(_describe(v)))
            return v
        """;

    [Test]
    public void Types_and_hashes_are_those_of_Python()
    {
        var python = Python.Required(11);
        var programs = Enumerable.Range(0, ProgramCount.Of(Usual)).Select(seed => new TypeGenerator(new Random(seed)).Create()).ToList();
        var answers = PythonRunner.Run(python, programs.ConvertAll(program => ForPython(program.Code, program.Revealed)));

        var tally = new Tally();
        for (var i = 0; i < programs.Count; i++)
        {
            Compare(programs[i].Code, answers[i], tally);
        }

        TestContext.Out.WriteLine(tally);
        tally.Wrong.Should().BeEmpty();
        tally.Share("type").Should().BeGreaterThan(0.5);
        tally.Share("TypeError").Should().BeGreaterThan(0.5);
    }

    private static string ForPython(string code, IReadOnlySet<int> revealed)
    {
        var lines = code.Split('\n');
        foreach (var number in revealed)
        {
            var line = lines[number - 1];
            var text = line.TrimStart(' ');
            lines[number - 1] = $"{line[..^text.Length]}_r({number}, {text})";
        }

        return Reveal + "\n" + string.Join('\n', lines);
    }

    private static void Compare(string program, string[] printed, Tally tally)
    {
        var model = Snippet.Valid(program).Model;
        var statements = model.Tree.Nodes.OfType<ExprStmt>().ToLookup(node => model.Tree.Text.LineOf(node.Span.Start));
        foreach (var line in printed)
        {
            var words = line.Split(' ', 3);
            var number = int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture);
            var type = model.TypeOf(statements[number].Single().Value);
            var fits = Fits(type, JsonDocument.Parse(words[2]).RootElement);
            var place = $"line {number} ({type}) {words[2]} in\n{program}";
            tally.Add("type", type.IsUnknown ? null : fits ? "so" : type.ToString(), "so", place);
            var hash = model.HashOf(type).Answer switch { Answer.Yes => "hashed", Answer.No => "TypeError", _ => null };
            tally.Add(words[1], hash, words[1], place);
        }
    }

    /// <summary>True when a value that Python describes so is one of the type.</summary>
    private static bool Fits(PyType type, JsonElement value)
    {
        var name = value.GetProperty("t").GetString();
        return type.Kind switch
        {
            PyTypeKind.Unknown => true,
            PyTypeKind.Never => false,
            PyTypeKind.Union => type.Arguments.Any(member => Fits(member, value)),
            PyTypeKind.None => name == "NoneType",
            PyTypeKind.Iterator => value.GetProperty("n").GetBoolean(),
            PyTypeKind.Class => name == "type",
            PyTypeKind.File => name == "TextIOWrapper",
            PyTypeKind.Instance when !type.IsExact => value.GetProperty("m").EnumerateArray().Any(one => one.GetString() == type.Name),
            PyTypeKind.Library when type.IsExact => name == type.Name && (type.IsAware == Answer.Unknown || type.IsAware == Answer.Yes == value.GetProperty("z").GetBoolean()),
            PyTypeKind.Library => value.GetProperty("m").EnumerateArray().Any(one => one.GetString() == type.Name),
            _ => name == type.Name && FitElements(type, value),
        };
    }

    private static bool FitElements(PyType type, JsonElement value)
    {
        if (type.Arguments.IsEmpty && type.Kind != PyTypeKind.Tuple || !value.TryGetProperty("a", out var array))
        {
            return true;
        }

        var elements = array.EnumerateArray().ToList();
        if (type is { Kind: PyTypeKind.Tuple, IsVariadic: false })
        {
            return elements.Count == type.Arguments.Length && elements.Zip(type.Arguments).All(pair => Fits(pair.Second, pair.First));
        }

        return elements.All(element => Fits(type.Arguments[0], element))
            && (type.Arguments.Length < 2 || !value.TryGetProperty("v", out var values) || values.EnumerateArray().All(element => Fits(type.Arguments[1], element)));
    }
}
