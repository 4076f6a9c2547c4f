using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.DataTypes.Iteration;

/// <summary>A place that changes the number of elements of the container over which a loop walks.</summary>
/// <param name="Node">The call, subscript or statement.</param>
/// <param name="Harm">How bad it is.</param>
/// <param name="Consequence">What comes of it, behind "so".</param>
internal readonly record struct ContainerChange(Node Node, Severity Harm, string Consequence)
{
    private const string Raises = "the next step raises RuntimeError";
    private const string RaisesIfChanged = "the next step raises RuntimeError if its size has changed";
    private const string Skips = "the element behind each removed one is skipped";
    private const string Shrinks = "the last elements are never visited";
    private const string Either = "elements are skipped, or the next step raises RuntimeError";
    private const string Grows = "the loop goes on over what is added";
    private const string Endless = "the loop never ends";

    /// <summary>What to underline.</summary>
    public TextSpan Span => Node.Span;

    /// <summary>True for a loop that feeds itself: over a copy it would do something else.</summary>
    public bool IsEndless => Consequence == Endless;

    /// <summary>1 for an element added at the end of a list, -1 for one taken away there, 0 for all else.</summary>
    public int AtEnd => Node switch
    {
        Call { Func: Attribute { Attr.Text: "append" } } => 1,
        Call { Func: Attribute { Attr.Text: "pop" }, Args: [] or [UnaryOp] } or Subscript { Ctx: ExprContext.Del, Slice: UnaryOp } => -1,
        _ => 0,
    };

    /// <summary>The change as a message quotes it.</summary>
    public string TextIn(RuleContext context) => Node switch
    {
        Call call => TypeWords.OfCall(call, context),
        Subscript { Ctx: ExprContext.Del } item => $"del {context.TextOf(item)}",
        Subscript item => $"{context.TextOf(item)} = …",
        AugAssign assign => $"{context.Text.ToString(new TextSpan(assign.Span.Start, assign.Value.Span.Start)).TrimEnd()} …",
        _ => context.TextOf(Node),
    };

    /// <summary>What a node does to the container; null for nothing, or nothing that is proven.</summary>
    /// <param name="node">A node in the body of the loop.</param>
    /// <param name="walked">The container.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="model">The file.</param>
    public static ContainerChange? Of(Node node, Expr walked, For loop, SemanticModel model)
    {
        switch (node)
        {
            case Call { Func: Attribute method } call when SameObject.Are(method.Value, walked, model):
                return OfMethod(call, method.Attr, walked, loop, model);
            case Subscript { Ctx: not ExprContext.Load } item when SameObject.Are(item.Value, walked, model):
                return OfItem(item, walked, loop, model);
            case AugAssign assign when SameObject.Are(assign.Target, walked, model):
                return (model.TypeBefore(assign).Kind, assign.Op) switch
                {
                    (PyTypeKind.List, BinaryOperator.Add or BinaryOperator.Mult) => Growth(assign, assign, loop),
                    (PyTypeKind.Set, BinaryOperator.BitOr or BinaryOperator.Sub or BinaryOperator.BitAnd or BinaryOperator.BitXor) => new(assign, Severity.Error, RaisesIfChanged),
                    _ => null,
                };
            default:
                return null;
        }
    }

    private static ContainerChange? OfMethod(Call call, string method, Expr walked, For loop, SemanticModel model)
    {
        if (method is not ("append" or "extend" or "insert" or "remove" or "pop" or "clear" or "add" or "discard" or "update" or "popitem" or "setdefault"
            or "appendleft" or "popleft" or "extendleft" or "difference_update" or "intersection_update" or "symmetric_difference_update"))
        {
            return null;
        }

        var type = model.TypeOf(walked);
        var key = call.Args is [not Starred and var first, ..] ? first : null;
        switch (type.Kind)
        {
            case PyTypeKind.List or PyTypeKind.ByteArray or PyTypeKind.Array:
                return OfList(call, method, loop);
            case PyTypeKind.Dict or PyTypeKind.DefaultDict or PyTypeKind.Counter or PyTypeKind.OrderedDict:
                var isNew = method switch
                {
                    "setdefault" => key != null && IsNewKey(key, loop, model),
                    "update" => key is not (null or Dict),
                    _ => true,
                };
                return isNew ? new(call, Severity.Error, method is "setdefault" or "update" ? RaisesIfChanged : Raises) : null;
            case PyTypeKind.Set:
                return method == "add" && key is Name visited && IsVisited(visited, loop, model) ? null
                    : new(call, Severity.Error, method is "remove" or "pop" or "clear" ? Raises : RaisesIfChanged);
            case PyTypeKind.Deque:
                return new(call, Severity.Error, Raises);
            case PyTypeKind.Unknown when IsContainer(walked, model) && (method is "remove" or "discard" || (method == "pop" && loop.Iter is Call)):
                return new(call, Severity.Warning, Either);
            default:
                return null;
        }
    }

    private static ContainerChange OfList(Call call, string method, For loop) => method switch
    {
        "append" or "extend" => Growth(call, call.Parent, loop),
        "insert" => new(call, Severity.Error, "elements are visited twice"),
        "clear" => new(call, Severity.Error, "the loop ends"),
        "pop" when call.Args is [] or [UnaryOp] => new(call, Severity.Error, Shrinks),
        _ => new(call, Severity.Error, Skips),
    };

    /// <summary>A list may grow on some condition; when each step adds an element and none leaves the loop, it never ends.</summary>
    private static ContainerChange Growth(Node change, Node? statement, For loop)
    {
        if (statement?.Parent != loop)
        {
            return new(change, Severity.Info, Grows);
        }

        foreach (var node in change.Tree.Subtree(loop))
        {
            if (node is Break or Return or Raise or Continue)
            {
                return new(change, Severity.Info, Grows);
            }
        }

        return new(change, Severity.Error, Endless);
    }

    private static ContainerChange? OfItem(Subscript item, Expr walked, For loop, SemanticModel model)
    {
        var type = model.TypeOf(walked);
        if (item.Ctx == ExprContext.Store)
        {
            return type.IsDict && IsNewKey(item.Slice, loop, model) ? new(item, Severity.Error, RaisesIfChanged) : null;
        }

        return type.Kind switch
        {
            _ when type.IsDict => new(item, Severity.Error, Raises),
            PyTypeKind.List or PyTypeKind.ByteArray or PyTypeKind.Array => new(item, Severity.Error, item.Slice is UnaryOp ? Shrinks : Skips),
            PyTypeKind.Deque => new(item, Severity.Error, Raises),
            PyTypeKind.Unknown when IsContainer(walked, model) => new(item, Severity.Warning, Either),
            _ => null,
        };
    }

    /// <summary>The variable of the loop, which stands for an element that is there.</summary>
    private static bool IsVisited(Name name, For loop, SemanticModel model)
    {
        foreach (var target in model.Tree.All<Name>(loop.Target))
        {
            if (SameObject.Are(target, name, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True for a key that is made of the visited one, as <c>key + "_old"</c>. Whether any other is there already nobody knows.
    /// </summary>
    private static bool IsNewKey(Expr key, For loop, SemanticModel model)
    {
        if (key is not (BinOp or JoinedStr))
        {
            return false;
        }

        foreach (var name in model.Tree.All<Name>(key))
        {
            if (IsVisited(name, loop, model))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// A parameter or variable of unknown type is taken for a container; an attribute only when the class assigns it itself, since a property
    /// may give a copy each time.
    /// </summary>
    private static bool IsContainer(Expr walked, SemanticModel model)
    {
        if (walked is Name name)
        {
            return model.SymbolOf(name) is { } symbol && (symbol.Has(BindingKind.Parameter) || symbol.Has(BindingKind.Assignment));
        }

        return walked is Attribute { Value: Name { Id: "self" } } attribute
            && walked.Ancestor<ClassDef>() is { } definition
            && model.ClassOf(definition).OwnAttribute(model.AttributeName(attribute)) is { } own
            && !own.Has(AttributeBindingKind.ClassBody)
            && HoldsContainer(own, model);
    }

    private static bool HoldsContainer(ClassAttribute attribute, SemanticModel model)
    {
        foreach (var binding in attribute.Bindings)
        {
            if (binding is { Kind: AttributeBindingKind.Self, Value: { } value } && InPlaceMethods.IsMutable(InPlaceMethods.KindOf(value, model)))
            {
                return true;
            }
        }

        return false;
    }
}
