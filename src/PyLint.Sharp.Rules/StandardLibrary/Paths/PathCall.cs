using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>A call that <c>pathlib</c> has an equivalent for.</summary>
/// <param name="Call">The call.</param>
/// <param name="Function">What is called, by its full name.</param>
/// <param name="Equivalent">The equivalent.</param>
/// <param name="Half">0 or 1 where the call is <c>…[0]</c> or <c>…[1]</c> of a pair; otherwise -1.</param>
/// <param name="Tail">What stands behind the slash in <c>dirname(p) + "/tail"</c>; null anywhere else.</param>
internal readonly record struct PathCall(Call Call, string Function, PathlibEquivalent Equivalent, int Half, string? Tail)
{
    /// <summary>What is replaced: the call, with the <c>[0]</c> or the <c>+ "/tail"</c> behind it.</summary>
    public Expr Whole => Half < 0 && Tail is null ? Call : (Expr)Call.Parent!;

    /// <summary>The equivalent, as <see cref="PathlibEquivalent.Template"/> writes it.</summary>
    public string Template => Half switch
    {
        _ when IsStem => Equivalent.Template,
        0 => Equivalent.Halves!.Value.First,
        1 => Equivalent.Halves!.Value.Second,
        _ => Equivalent.Template,
    };

    /// <summary>What becomes of the value.</summary>
    public PathResult Result => Half switch
    {
        _ when IsStem => PathResult.Same,
        0 => PathResult.Path,
        1 => PathResult.Same,
        _ => Equivalent.Result,
    };

    private bool IsStem => Equivalent == PathlibEquivalents.Stem;

    public bool IsJoin => Function == "os.path.join";

    /// <summary>The call as one that has an equivalent, or null.</summary>
    public static PathCall? Of(Node node, SemanticModel model)
    {
        if (node is not Call { Func: Name or Attribute } call
            || model.QualifiedName(call.Func) is not { } name
            || PathlibEquivalents.Find(name) is not { } equivalent
            || !HasKnownArguments(call, equivalent)
            || HasForeignPath(call, equivalent, model))
        {
            return null;
        }

        var half = HalfOf(call, equivalent);
        if (half == 0 && name == "os.path.splitext" && call.Args is [Call { Args.Length: 1 } inner] && model.QualifiedName(inner.Func) == "os.path.basename")
        {
            return new PathCall(call, name, PathlibEquivalents.Stem, half, null);
        }

        var found = new PathCall(call, name, equivalent, half, TailOf(call, equivalent));
        return found.Result == PathResult.Path && StringUse.IsCertain(found.Whole, model) ? null : found;
    }

    /// <summary>The function, class or module whose finding the call belongs to.</summary>
    public static Scope OwnerOf(Call call, SemanticModel model)
    {
        var scope = model.ScopeOf(call);
        while (scope is { Kind: not (ScopeKind.Function or ScopeKind.Class), Parent: { } around })
        {
            scope = around;
        }

        return scope;
    }

    /// <summary>An argument by its place, however it is passed.</summary>
    public Expr? Argument(int index)
    {
        if (index < Call.Args.Length)
        {
            return Call.Args[index];
        }

        foreach (var keyword in Call.Keywords)
        {
            if (index < Equivalent.Parameters.Length && keyword.Name?.Text == Equivalent.Parameters[index])
            {
                return keyword.Value;
            }
        }

        return null;
    }

    /// <summary>The arguments behind the required ones, all by name.</summary>
    public IEnumerable<(string Name, Expr Value)> More()
    {
        for (var i = Equivalent.Required; i < Equivalent.Parameters.Length; i++)
        {
            if (Argument(i) is { } value)
            {
                yield return (Equivalent.Parameters[i], value);
            }
        }
    }

    /// <summary><c>dir_fd</c>, <c>follow_symlinks</c> and whatever else <c>pathlib</c> cannot take end the comparison.</summary>
    private static bool HasKnownArguments(Call call, PathlibEquivalent equivalent)
    {
        var parameters = equivalent.Parameters;
        var takesAny = parameters is [.., ['*', ..]];
        foreach (var argument in call.Args)
        {
            if (argument is Starred && !takesAny)
            {
                return false;
            }
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is not { } name || Array.IndexOf(parameters, name.Text) < 0)
            {
                return false;
            }
        }

        return call.Args.Length + call.Keywords.Length >= equivalent.Required && (takesAny || call.Args.Length <= parameters.Length);
    }

    private static bool HasForeignPath(Call call, PathlibEquivalent equivalent, SemanticModel model)
    {
        var probe = new PathCall(call, "", equivalent, -1, null);
        if (probe.Argument(0) is { } first && PathArgument.IsDescriptor(first, model))
        {
            return true;
        }

        for (var i = 0; probe.Argument(i) is { } argument; i++)
        {
            if (PathArgument.IsBytes(argument, model))
            {
                return true;
            }
        }

        // `join(folder, "")` appends a separator, which a Path does not keep.
        return call.Args is [_, .., Constant { StringValue: "" }];
    }

    private static int HalfOf(Call call, PathlibEquivalent equivalent) =>
        equivalent.Halves != null && call.Parent is Subscript { Slice: Constant { Value: System.Numerics.BigInteger half } } pair && pair.Value == call && (half.IsZero || half.IsOne)
            ? (int)half
            : -1;

    private static string? TailOf(Call call, PathlibEquivalent equivalent) =>
        equivalent.Result == PathResult.Path
        && call.Parent is BinOp { Op: BinaryOperator.Add, Right: Constant { StringValue: ['/', .. { Length: > 0 } tail] } } sum
        && sum.Left == call
        && PathlibWriter.IsPlain(tail)
            ? tail
            : null;
}
