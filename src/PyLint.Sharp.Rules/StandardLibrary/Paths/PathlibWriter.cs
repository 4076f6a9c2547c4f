using System.Runtime.CompilerServices;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>Writes calls as <c>pathlib</c> would have them, in the user's own expressions.</summary>
internal sealed class PathlibWriter(RuleContext context, bool wrapsNames)
{
    private readonly List<string> assumed = [];

    /// <summary>The names that are taken to be <c>Path</c> objects; none when names are wrapped.</summary>
    public IReadOnlyList<string> AssumedPaths => assumed;

    /// <summary>The equivalent of a call.</summary>
    public string Write(PathCall call)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var text = call.IsJoin ? Join(call.Call.Args.AsSpan()) : Filled(call);
        return call.Tail is null ? text : $"{text} / \"{call.Tail}\"";
    }

    /// <summary>True for text that can stand between quotes as it is.</summary>
    public static bool IsPlain(string text) => text.AsSpan().IndexOfAny('"', '\\') < 0 && text.AsSpan().IndexOfAnyInRange('\0', '\u001f') < 0;

    private string Filled(PathCall call)
    {
        const string list = "list(";
        var template = call.Template;
        var isListInVain = template.StartsWith(list, StringComparison.Ordinal) && IsIterated(call.Call);
        var text = new StringBuilder(isListInVain ? template[list.Length..^1] : template);
        Fill(text, "{glob}", () => new GlobWriter(this).Write(call));
        Fill(text, "{stem}", () => Atom(((Call)call.Argument(0)!).Args[0]) + ".stem");
        Fill(text, "{p0}", () => Atom(call.Argument(0)));
        Fill(text, "{p1}", () => Atom(call.Argument(1)));
        Fill(text, "{a0}", () => TextOf(call.Argument(0)!));
        Fill(text, "{a1}", () => TextOf(call.Argument(1)!));
        Fill(text, ", {more}", () => More(call) is { Length: > 0 } more ? ", " + more : "");
        Fill(text, "{more}", () => More(call));
        return text.ToString();
    }

    /// <summary>The node as a call with an equivalent, or null.</summary>
    public PathCall? Find(Node node) => PathCall.Of(node, context.Model);

    /// <summary>True where an iterator serves as well as a list.</summary>
    private bool IsIterated(Call call) => call.Parent switch
    {
        ForStatement loop => loop.Iter == call,
        Comprehension loop => loop.Iter == call,
        Call { Func: Name { Id: "sorted" or "list" or "set" or "tuple" or "enumerate" } taker } => context.Model.IsBuiltin(taker),
        _ => false,
    };

    /// <summary>The folder inside of <c>glob.escape(folder)</c>: before <c>.glob(…)</c> nothing needs to be escaped.</summary>
    public Expr Unescaped(Expr folder) =>
        folder is Call { Args: [not Starred], Func: var function } call && context.Model.QualifiedName(function) == "glob.escape" ? call.Args[0] : folder;

    /// <summary>An expression that is a path, and can stand before a dot; the current folder where there is none.</summary>
    public string Atom(Expr? path)
    {
        if (path is null)
        {
            return "Path()";
        }

        var text = Path(path);
        return IsSlashed(path) ? $"({text})" : text;
    }

    /// <summary>Path segments, joined.</summary>
    public string Join(ReadOnlySpan<Expr> segments)
    {
        if (segments[0] is Starred)
        {
            return $"Path({List(segments)})";
        }

        if (HasStar(segments))
        {
            return $"{Atom(segments[0])}.joinpath({List(segments[1..])})";
        }

        var text = new StringBuilder(Path(segments[0]));
        foreach (var segment in segments[1..])
        {
            text.Append(" / ").Append(Operand(segment));
        }

        return text.ToString();
    }

    /// <summary>An expression as the user wrote it, on one line, with the path calls inside written anew.</summary>
    public string TextOf(Expr expression)
    {
        var text = new StringBuilder();
        var position = expression.Span.Start;
        foreach (var node in context.Tree.Subtree(expression))
        {
            if (node.Span.Start >= position && Find(node) is { } call && MayReplace(call, expression))
            {
                text.Append(context.Text.Slice(new TextSpan(position, call.Whole.Span.Start))).Append(Write(call));
                position = call.Whole.Span.End;
            }
        }

        text.Append(context.Text.Slice(new TextSpan(position, expression.Span.End)));
        return OneLine(text.ToString());
    }

    /// <summary>Text with its line breaks and indentation made single spaces.</summary>
    public static string OneLine(string text) =>
        text.AsSpan().IndexOfAny('\n', '\r') < 0 ? text : string.Join(' ', text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A string that is part of a larger expression has to stay one.</summary>
    private static bool MayReplace(PathCall call, Expr expression) =>
        call.Result == PathResult.Same || (call.Result == PathResult.Path && call.Whole == expression);

    private static void Fill(StringBuilder text, string place, Func<string> value)
    {
        if (text.ToString().Contains(place, StringComparison.Ordinal))
        {
            text.Replace(place, value());
        }
    }

    private string Path(Expr path)
    {
        if (Find(CallIn(path)) is { Result: PathResult.Path } call && call.Whole == path)
        {
            return Write(call);
        }

        var text = TextOf(path);
        if (path is Call { Func: var function } && context.Model.QualifiedName(function) is { } name && name.StartsWith("pathlib.", StringComparison.Ordinal))
        {
            return text;
        }

        return IsOwnName(path) ? Assume(text) : $"Path({text})";
    }

    /// <summary>True for what the user can make a <c>Path</c> where it is bound: no module's attribute, no <c>__file__</c>.</summary>
    private bool IsOwnName(Expr path) =>
        !wrapsNames && path is Name or Attribute { Value: Name } && context.Model.QualifiedName(path) is null && path is not Name { Id: "__file__" };

    private string Assume(string name)
    {
        if (!assumed.Contains(name))
        {
            assumed.Add(name);
        }

        return name;
    }

    /// <summary>True where the equivalent is written with slashes, which bind less than a dot.</summary>
    private bool IsSlashed(Expr path) =>
        Find(CallIn(path)) is { } call
        && call.Whole == path
        && (call.Tail != null || (call is { IsJoin: true, Call.Args: [not Starred, _, ..] args } && !HasStar(args.AsSpan())));

    private static Expr CallIn(Expr path) => path switch
    {
        Subscript half => half.Value,
        BinOp sum => sum.Left,
        _ => path,
    };

    private string Operand(Expr segment)
    {
        var text = TextOf(segment);
        var binds = segment is Name or Attribute or Subscript or Constant or JoinedStr || (segment is Call && !IsSlashed(segment));
        return binds ? text : $"({text})";
    }

    private string More(PathCall call)
    {
        var parts = new List<string>();
        foreach (var (name, value) in call.More())
        {
            parts.Add($"{name}={TextOf(value)}");
        }

        return string.Join(", ", parts);
    }

    private string List(ReadOnlySpan<Expr> expressions)
    {
        var parts = new List<string>();
        foreach (var expression in expressions)
        {
            parts.Add(TextOf(expression));
        }

        return string.Join(", ", parts);
    }

    private static bool HasStar(ReadOnlySpan<Expr> segments)
    {
        foreach (var segment in segments)
        {
            if (segment is Starred)
            {
                return true;
            }
        }

        return false;
    }
}
