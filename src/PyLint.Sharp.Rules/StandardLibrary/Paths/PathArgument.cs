using System.Numerics;
using System.Runtime.CompilerServices;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>What the functions of <c>os</c> take for a path and <c>pathlib</c> does not: open files by number, and bytes.</summary>
internal static class PathArgument
{
    /// <summary>How many assignments are followed to where a value comes from.</summary>
    private const int LongestTrail = 8;

    /// <summary>True for numbers, for what opens files, and for names that say so.</summary>
    public static bool IsDescriptor(Expr argument, SemanticModel model) => Origin(argument, model) switch
    {
        Constant { Value: BigInteger or bool } => true,
        Call { Func: Attribute { Attr.Text: "fileno" } } => true,
        Call { Func: var function } => model.QualifiedName(function) is "os.open" or "os.dup" or "os.memfd_create" || model.IsBuiltin(function, "int"),
        Name name => IsDescriptorName(name.Id) || IsAnnotated(name, "int", model),
        Attribute attribute => IsDescriptorName(attribute.Attr.Text),
        _ => false,
    };

    /// <summary>True for what is proven to be bytes.</summary>
    public static bool IsBytes(Expr argument, SemanticModel model) => IsBytes(argument, model, followsNames: true);

    /// <summary>Names inside the value of a name are not followed again: <c>path = join(path, x)</c> would never end.</summary>
    private static bool IsBytes(Expr argument, SemanticModel model, bool followsNames)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var origin = followsNames ? Origin(argument, model) : argument;
        followsNames &= origin == argument;
        return origin switch
        {
            Constant { Value: byte[] } => true,
            BinOp operation => IsBytes(operation.Left, model, followsNames) || IsBytes(operation.Right, model, followsNames),
            Call { Func: Attribute { Attr.Text: "encode" } } => true,
            Call call => MakesBytes(call, model, followsNames),
            Name name => IsAnnotated(name, "bytes", model),
            _ => false,
        };
    }

    /// <summary>The expression that a name stands for, where the name has only one.</summary>
    private static Expr Origin(Expr argument, SemanticModel model)
    {
        for (var step = 0; step < LongestTrail && argument is Name name; step++)
        {
            if (IsDescriptorName(name.Id) || model.SymbolOf(name)?.SoleBinding is not { Value: { } value })
            {
                break;
            }

            argument = value;
        }

        return argument;
    }

    private static bool IsDescriptorName(string name) => name == "fileno" || name.EndsWith("fd", StringComparison.OrdinalIgnoreCase);

    private static bool IsAnnotated(Name name, string type, SemanticModel model)
    {
        if (model.SymbolOf(name) is not { } symbol)
        {
            return false;
        }

        foreach (var binding in symbol.Bindings)
        {
            if (binding.Node is Arg { Annotation: { } annotation } && model.IsBuiltin(annotation, type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool MakesBytes(Call call, SemanticModel model, bool followsNames)
    {
        var name = model.QualifiedName(call.Func);
        if (name is "os.fsencode" or "os.getcwdb" || model.IsBuiltin(call.Func, "bytes"))
        {
            return true;
        }

        // The functions of os.path give back what they are given.
        return name != null && name.StartsWith("os.path.", StringComparison.Ordinal) && call.Args.Length > 0 && IsBytes(call.Args[0], model, followsNames);
    }
}
