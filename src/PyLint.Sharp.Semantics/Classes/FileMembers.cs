using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Who binds which attribute of the classes of a file, collected at once.</summary>
internal sealed class FileMembers
{
    private readonly SemanticModel model;
    private readonly HashSet<string> boundElsewhere = new(StringComparer.Ordinal);
    private bool bindsAnything;
    private bool isComplete;

    public FileMembers(SemanticModel model) => this.model = model;

    /// <summary>True when some code gives an attribute of that name to an object of unknown class, or one of a computed name.</summary>
    public bool MayBind(string name)
    {
        Complete();
        return bindsAnything || boundElsewhere.Contains(name);
    }

    /// <summary>Adds what assignments such as <c>self.x = …</c> bind.</summary>
    public void Complete()
    {
        if (!isComplete)
        {
            isComplete = true;
            VisitAll();
        }
    }

    private void VisitAll()
    {
        foreach (var node in model.AttributeChanges)
        {
            if (node is Attribute attribute)
            {
                VisitAttribute(attribute);
            }
            else
            {
                VisitCall((Call)node);
            }
        }
    }

    private void VisitAttribute(Attribute attribute)
    {
        if (attribute.Ctx == ExprContext.Store)
        {
            Bind(attribute.Value, model.AttributeName(attribute), attribute.Attr.Span, attribute, ValueOf(attribute));
        }
        else if (attribute.Attr.Text == "__dict__" && !IsOnlyRead(attribute))
        {
            Open(attribute.Value, attribute);
        }
        else if (attribute is { Attr.Text: "__setattr__", Parent: Call { Args.IsEmpty: false } call } && call.Func == attribute)
        {
            VisitSetter(call, attribute);
        }
    }

    private void VisitCall(Call call)
    {
        if (call is { Func: Name { Id: "setattr" }, Args: [var target, ..] } && model.IsBuiltin(call.Func))
        {
            SetAttribute(call, target, 1);
        }
        else if (call is { Func: Name { Id: "vars" }, Args: [var of] } && model.IsBuiltin(call.Func) && !IsOnlyRead(call))
        {
            Open(of, call);
        }
    }

    private void VisitSetter(Call call, Attribute method)
    {
        var isUnbound = ClassResolver.Resolve(model, method.Value) is { IsUnknown: false };
        var isSuper = method.Value is Call { Func: Name super, Args.IsEmpty: true } && model.IsBuiltin(super, "super");
        SetAttribute(call, isSuper ? null : isUnbound ? call.Args[0] : method.Value, isUnbound ? 1 : 0);
    }

    /// <summary>A target of null is the instance of the method around.</summary>
    private void SetAttribute(Call call, Expr? target, int nameAt)
    {
        var name = call.Args.Length > nameAt ? (call.Args[nameAt] as Constant)?.StringValue : null;
        if (target is null)
        {
            if (call.Ancestor<ClassDef>() is { } around)
            {
                Add(around, name, call, call.Ancestor<FunctionDefinition>());
            }
        }
        else if (name is null)
        {
            Open(target, call);
        }
        else
        {
            Bind(target, name, call.Args[nameAt].Span, call, call.Args.Length > nameAt + 1 ? call.Args[nameAt + 1] : null);
        }
    }

    private void Add(ClassDef definition, string? name, Call call, FunctionDefinition? method)
    {
        if (name is null)
        {
            model.ClassOf(definition).MembersSoFar.Open(call);
        }
        else
        {
            model.ClassOf(definition).MembersSoFar.Add(name, new AttributeBinding(AttributeBindingKind.Self, call.Args[0].Span, call, method, null));
        }
    }

    private void Bind(Expr receiver, string name, TextSpan span, Node node, Expr? value)
    {
        if (Receivers.Of(model, receiver) is var found && found.Class != null)
        {
            model.ClassOf(found.Class).MembersSoFar.Add(name, new AttributeBinding(found.Kind, span, node, found.Method, value));
        }
        else if (!CannotBeInstance(receiver))
        {
            boundElsewhere.Add(name);
        }
    }

    private void Open(Expr receiver, Node reason)
    {
        if (Receivers.Of(model, receiver).Class is { } found)
        {
            model.ClassOf(found).MembersSoFar.Open(reason);
        }
        else if (!CannotBeInstance(receiver))
        {
            bindsAnything = true;
        }
    }

    private bool CannotBeInstance(Expr receiver) => (Receivers.KindAtSight(model, receiver) ?? model.TypeOf(receiver).Kind) is PyTypeKind.Function or PyTypeKind.Module;

    /// <summary>The value of <c>self.x = value</c>, not of <c>self.x += value</c> or of <c>self.x, y = values</c>.</summary>
    private static Expr? ValueOf(Attribute store) => store.Parent switch
    {
        Assign assign => assign.Value,
        AnnAssign annotated => annotated.Value,
        _ => null,
    };

    /// <summary><c>self.__dict__.items()</c> and the like add nothing.</summary>
    private static bool IsOnlyRead(Expr dictionary) => dictionary.Parent switch
    {
        Attribute { Attr.Text: "items" or "keys" or "values" or "copy" or "get", Parent: Call } => true,
        Compare or FormattedValue => true,
        Subscript { Ctx: ExprContext.Load } subscript => subscript.Value == dictionary,
        For loop => loop.Iter == dictionary,
        Call { Func: Name { Id: "len" or "str" or "repr" or "print" or "dict" or "sorted" or "list" or "set" or "tuple" } } => true,
        _ => false,
    };
}
