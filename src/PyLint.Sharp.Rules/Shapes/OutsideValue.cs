using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>Values that come from the user, a file or the environment, so that the program can't promise anything about them.</summary>
internal static class OutsideValue
{
    /// <summary>How many variables and calls are followed back.</summary>
    private const int LongestTrail = 6;

    /// <summary>True when the value is what was read, or a part or conversion of it.</summary>
    public static bool Is(Expr value, SemanticModel model) => Is(value, model, LongestTrail);

    private static bool Is(Expr value, SemanticModel model, int left) => left > 0 && value switch
    {
        Name name => IsVariable(name, model, left - 1),
        Subscript subscript => model.KnownName(subscript.Value) is "sys.argv" or "os.environ" || Is(subscript.Value, model, left - 1),
        Call { Func: Attribute method } call => IsSource(call, model) || IsMethod(method, model, left - 1),
        Call call => IsSource(call, model) || IsConverted(call, model, left - 1),
        _ => false,
    };

    private static bool IsVariable(Name name, SemanticModel model, int left) => model.SymbolOf(name) is { SoleBinding: { } binding }
        && binding switch
        {
            { Value: { } value } => Is(value, model, left),
            { Kind: BindingKind.For, Node: ForStatement loop } => loop.Target is Name && IsFile(loop.Iter, model),
            _ => false,
        };

    private static bool IsSource(Call call, SemanticModel model) => model.KnownName(call.Func) is "input" or "getpass.getpass" or "json.load"
        or "sys.stdin.read" or "sys.stdin.readline" or "sys.stdin.readlines" or "os.environ.get" or "os.getenv";

    private static bool IsConverted(Call call, SemanticModel model, int left) =>
        call is { Func: Name { Id: "int" or "float" or "str" or "list" or "tuple" or "sorted" } callee, Args: [var first] } && model.IsBuiltin(callee) && Is(first, model, left);

    private static bool IsMethod(Attribute method, SemanticModel model, int left) => method.Attr.Text switch
    {
        "read" or "readline" or "readlines" => IsFile(method.Value, model),
        "read_text" or "read_bytes" => model.TypeOf(method.Value) is { Kind: PyTypeKind.Library, Library.QualifiedName: "pathlib.Path" },
        "strip" or "lstrip" or "rstrip" or "lower" or "upper" or "split" or "splitlines" or "get" => Is(method.Value, model, left),
        _ => false,
    };

    private static bool IsFile(Expr value, SemanticModel model) => model.TypeOf(value).Kind == PyTypeKind.File || model.KnownName(value) == "sys.stdin";
}
