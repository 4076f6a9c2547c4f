using PyLint.Sharp.Analysis;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>A place that fails in a well-known way, which is what a handler around it is most likely for.</summary>
/// <param name="Place">The operation.</param>
/// <param name="Exception">What it raises, as one writes it behind <c>except</c>.</param>
/// <param name="Cause">When it does, to follow "raises … when".</param>
internal readonly record struct ExpectedFailure(Node Place, string Exception, string Cause)
{
    private const int Most = 3;

    /// <summary>
    /// The first few in the body of a <c>try</c>, without those that another <c>try</c> or a function inside keeps away. Subscripts count
    /// where the body is one statement; elsewhere hardly anybody means them.
    /// </summary>
    public static List<ExpectedFailure> In(TryStatement attempt, SemanticModel model)
    {
        var found = new List<ExpectedFailure>();
        foreach (var statement in attempt.Body)
        {
            foreach (var node in model.Tree.Subtree(statement))
            {
                if (found.Count < Most && Of(node, model) is { } failure && Reaches(failure.Place, attempt, model))
                {
                    found.Add(failure);
                }
            }
        }

        return found;
    }

    /// <summary>Labels the first of these places, and advises to name the exceptions of all; false where there are none.</summary>
    public static bool Suggest(TryStatement attempt, DiagnosticBuilder found, SemanticModel model, int mostLabels)
    {
        var names = new List<string>();
        foreach (var (place, exception, cause) in In(attempt, model))
        {
            if (mostLabels-- > 0)
            {
                found.Label(place.Span, $"raises `{exception}` when {cause}");
            }

            if (!names.Contains(exception))
            {
                names.Add(exception);
            }
        }

        if (names.Count > 0)
        {
            var types = string.Join(", ", names);
            found.Help($"If that is the failure you expect here, write `except {(names.Count == 1 ? types : $"({types})")}:` and let all others through.");
        }

        return names.Count > 0;
    }

    private static bool Reaches(Node place, TryStatement attempt, SemanticModel model) =>
        (place is not Subscript || attempt.Body.Length == 1)
        && place.Ancestor<TryStatement>() == attempt
        && model.ScopeOf(place) == model.ScopeOf(attempt);

    /// <summary>The failure of one operation; null where none is well-known.</summary>
    public static ExpectedFailure? Of(Node node, SemanticModel model) => node switch
    {
        Import or ImportFrom => new(node, "ImportError", "the module is missing"),
        Subscript { Ctx: ExprContext.Load, Slice: not Slice, Parent: not Subscript } subscript => OfSubscript(subscript, model),
        Call { Args: [not Constant] } call when model.IsBuiltin(call.Func, "int") || model.IsBuiltin(call.Func, "float") =>
            new(node, "ValueError", "the text is no number"),
        Call { Args: [_] } call when model.IsBuiltin(call.Func, "next") => new(node, "StopIteration", "nothing is left"),
        Call call => OfCall(call, model),
        _ => null,
    };

    private static ExpectedFailure OfSubscript(Subscript subscript, SemanticModel model) => subscript.Slice switch
    {
        _ when model.QualifiedName(subscript.Value) == "sys.argv" => new(subscript, "IndexError", "the argument is not given"),
        Constant { Value: string } => new(subscript, "KeyError", "the key is missing"),
        _ => new(subscript, "LookupError", "the key or position is missing"),
    };

    private static ExpectedFailure? OfCall(Call call, SemanticModel model) => model.KnownName(call.Func) switch
    {
        "open" or "io.open" => new(call, "OSError", "the file can't be opened"),
        "input" => new(call, "EOFError", "the input ends"),
        "json.load" or "json.loads" => new(call, "json.JSONDecodeError", "the text is not JSON"),
        "datetime.datetime.strptime" or "datetime.datetime.fromisoformat" or "datetime.date.fromisoformat" =>
            new(call, "ValueError", "the text is no such date"),
        "os.remove" or "os.unlink" or "os.rename" or "os.mkdir" or "os.makedirs" or "os.rmdir" or "os.listdir" or "os.stat"
            or "os.path.getsize" or "os.path.getmtime" or "os.kill" or "os.chmod" or "os.chdir" =>
            new(call, "OSError", "the system refuses"),
        "subprocess.check_call" or "subprocess.check_output" => new(call, "subprocess.CalledProcessError", "the command fails"),
        _ => null,
    };
}
