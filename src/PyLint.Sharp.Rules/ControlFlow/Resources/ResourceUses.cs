using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Resources;

/// <summary>What becomes of a resource that a variable holds.</summary>
internal readonly struct ResourceUses
{
    /// <summary>What reads or writes a file that it is given, and leaves it open.</summary>
    private static readonly string[] Readers =
    [
        "json.load", "json.dump", "pickle.load", "pickle.dump", "marshal.load", "marshal.dump", "tomllib.load", "plistlib.load", "yaml.load", "yaml.safe_load",
        "csv.reader", "csv.writer", "csv.DictReader", "csv.DictWriter", "list", "tuple", "set", "sorted", "enumerate", "sum", "len", "max", "min", "zip",
        "map", "filter", "iter", "next", "any", "all", "print", "str", "repr", "isinstance", "hasattr", "type", "id", "bool", "shutil.copyfileobj", "os.fstat",
        "itertools.islice", "hashlib.file_digest",
    ];

    /// <summary>A variable that is bound more often holds a new object each time; to look at all of them from each would take quadratic time.</summary>
    private const int MostBindings = 64;

    private ResourceUses(bool isGone, bool isShared, List<ExprStmt> closes) => (IsGone, IsShared, Closes) = (isGone, isShared, closes);

    /// <summary>True when it is returned, stored, kept by a closure, or already in a <c>with</c>; or when it may be another object.</summary>
    public bool IsGone { get; }

    /// <summary>True when a function that isn't known gets it.</summary>
    public bool IsShared { get; }

    /// <summary>The statements that close it.</summary>
    public List<ExprStmt> Closes { get; }

    public static ResourceUses Of(Symbol variable, SemanticModel model)
    {
        var (isGone, isShared, closes) = (false, false, new List<ExprStmt>());
        if (variable.Bindings.Length > MostBindings)
        {
            return new ResourceUses(isGone: true, isShared, closes);
        }

        var wasOpened = false;
        foreach (var binding in variable.Bindings)
        {
            var isOpened = binding is { Kind: BindingKind.Assignment, Value: Call call } && Opener.Of(call, model) != null;

            // `None` before is for a `finally` that asks; behind, it drops the last reference on purpose.
            var isEmpty = binding is { Kind: BindingKind.Assignment, Value: Constant { Value: null } } && !wasOpened;
            wasOpened |= isOpened;
            isGone |= (!isOpened && !isEmpty) || binding.Scope != variable.Scope;
        }

        foreach (var use in variable.References)
        {
            isGone |= model.ScopeOf(use) != variable.Scope || LeavesBy(use, closes);
            isShared |= IsArgument(use) && !IsReader(use, model);
        }

        return new ResourceUses(isGone, isShared, closes);
    }

    /// <summary>True for an argument of a function that reads it and keeps nothing.</summary>
    public static bool IsReader(Expr argument, SemanticModel model)
    {
        var call = argument.Parent as Call ?? argument.Parent?.Parent as Call;
        return call != null && IsArgument(argument)
            && (call.Func is Attribute { Attr.Text: "join" or "read_file" or "writelines" } || (model.KnownName(call.Func) is { } name && Array.IndexOf(Readers, name) >= 0));
    }

    private static bool IsArgument(Expr use) => (use.Parent is Call call && call.Func != use) || use.Parent is Keyword { Parent: Call };

    /// <summary>Notes a call that closes; true for a use after which somebody else may be in charge.</summary>
    private static bool LeavesBy(Name use, List<ExprStmt> closes)
    {
        switch (use.Parent)
        {
            case Attribute { Parent: Call { Parent: ExprStmt statement } closing } method when closing.Func == method && Opener.IsCloser(method.Attr.Text):
                closes.Add(statement);
                return false;
            case Attribute attribute:
                return Opener.IsCloser(attribute.Attr.Text) && !(attribute.Parent is Call call && call.Func == attribute);
            case ForStatement or Comprehension or Compare or If or While or BoolOp or UnaryOp or ExprStmt or FormattedValue or Call or Keyword or Assert:
                return false;
            default:
                return true;
        }
    }
}
