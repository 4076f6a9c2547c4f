using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Returns;

/// <summary>The <c>return</c> statements of one function, without those of functions inside.</summary>
internal readonly ref struct OwnReturns
{
    private readonly FunctionDefinition function;
    private readonly SemanticModel model;

    public OwnReturns(FunctionDefinition function, SemanticModel model) => (this.function, this.model) = (function, model);

    /// <summary>Methods of texts, files and mappings that are only called for what they give, whoever the object is.</summary>
    private static readonly string[] Askers =
    [
        "split", "rsplit", "splitlines", "strip", "lstrip", "rstrip", "lower", "upper", "title", "capitalize", "casefold", "partition", "rpartition", "zfill",
        "decode", "encode", "startswith", "endswith", "isdigit", "isalpha", "isalnum", "isspace", "isupper", "islower", "readline", "readlines", "items", "keys", "values",
    ];

    /// <summary>
    /// The first that gives something other than None and is reached; null when there is none. What a call gives of which nothing is
    /// known counts where <paramref name="withUnknown"/> says so: <c>return stop()</c> is often only a short way to call and leave.
    /// </summary>
    public Return? FirstWithValue(bool withUnknown)
    {
        for (var next = Next(null); next != null; next = Next(next))
        {
            if (HasValue(next, withUnknown) && model.IsReachable(next) != Answer.No)
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>The next of them behind another, in source order; the first behind null.</summary>
    public Return? Next(Return? before)
    {
        var kinds = model.Tree.Kinds.AsSpan();
        for (var i = before is null ? function.Index + 1 : before.SubtreeEnd; i < function.SubtreeEnd; i++)
        {
            if (kinds[i] == NodeKind.Return)
            {
                return (Return)model.Tree.Nodes[i];
            }

            if (kinds[i].IsExpression() || kinds[i] is NodeKind.FunctionDef or NodeKind.AsyncFunctionDef or NodeKind.ClassDef)
            {
                i = model.Tree.Nodes[i].SubtreeEnd - 1;
            }
        }

        return null;
    }

    /// <summary>False for a bare <c>return</c>, for None, and for the value of a call that is proven to give None.</summary>
    private bool HasValue(Return statement, bool withUnknown)
    {
        if (statement.Value is null or Constant { Value: null })
        {
            return false;
        }

        if (statement.Value is Constant or JoinedStr or Tuple or List or Dict or Set or ListComp or DictComp or SetComp or GeneratorExp or Compare or Lambda)
        {
            return true;
        }

        var type = model.TypeOf(statement.Value);
        return type.Kind != PyTypeKind.None
            && (withUnknown || !type.IsUnknown || statement.Value is not (Call or Await) || statement.Value is Call { Func: Attribute asked } && Array.IndexOf(Askers, asked.Attr.Text) >= 0);
    }
}
