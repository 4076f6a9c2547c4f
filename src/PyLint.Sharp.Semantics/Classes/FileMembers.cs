using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Who binds which attribute of the classes of a file, collected in one pass over its nodes.</summary>
internal sealed class FileMembers
{
    private readonly SemanticModel model;
    private readonly Dictionary<ClassDef, ClassMembers> members = [];
    private readonly HashSet<string> boundElsewhere = new(StringComparer.Ordinal);
    private bool bindsAnything;
    private bool isComplete;

    public FileMembers(SemanticModel model) => this.model = model;

    /// <summary>The members of a class: those of its body at once, the others when <see cref="Complete"/> has run.</summary>
    public ClassMembers Of(ClassDef definition)
    {
        if (!members.TryGetValue(definition, out var found))
        {
            found = new ClassMembers();
            members.Add(definition, found);
            ClassBodyReader.Read(model, definition, found);
        }

        return found;
    }

    /// <summary>True when some code gives an attribute of that name to an object of unknown class, or one of a computed name.</summary>
    public bool MayBind(string name)
    {
        Complete();
        return bindsAnything || boundElsewhere.Contains(name);
    }

    /// <summary>Adds what assignments such as <c>self.x = …</c> bind.</summary>
    public void Complete()
    {
        if (isComplete)
        {
            return;
        }

        isComplete = true;
        var kinds = model.Tree.Kinds.AsSpan();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == NodeKind.Attribute)
            {
                VisitAttribute((Attribute)model.Tree.Nodes[i]);
            }
            else if (kinds[i] == NodeKind.Call)
            {
                VisitCall((Call)model.Tree.Nodes[i]);
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
    }

    private void VisitCall(Call call)
    {
        if (call is { Func: Name { Id: "setattr" }, Args: [var target, ..] } && model.IsBuiltin(call.Func))
        {
            SetAttribute(call, target, 1);
        }
        else if (call is { Func: Attribute { Attr.Text: "__setattr__" } method, Args.IsEmpty: false })
        {
            var isUnbound = ClassResolver.Resolve(model, method.Value) is { IsUnknown: false };
            var isSuper = method.Value is Call { Func: Name super, Args.IsEmpty: true } && model.IsBuiltin(super, "super");
            SetAttribute(call, isSuper ? null : isUnbound ? call.Args[0] : method.Value, isUnbound ? 1 : 0);
        }
        else if (call is { Func: Name { Id: "vars" }, Args: [var of] } && model.IsBuiltin(call.Func) && !IsOnlyRead(call))
        {
            Open(of, call);
        }
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
            Of(definition).Open(call);
        }
        else
        {
            Of(definition).Add(name, new AttributeBinding(AttributeBindingKind.Self, call.Args[0].Span, call, method, null));
        }
    }

    private void Bind(Expr receiver, string name, TextSpan span, Node node, Expr? value)
    {
        if (Receivers.Of(model, receiver) is var found && found.Class != null)
        {
            Of(found.Class).Add(name, new AttributeBinding(found.Kind, span, node, found.Method, value));
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
            Of(found).Open(reason);
        }
        else if (!CannotBeInstance(receiver))
        {
            bindsAnything = true;
        }
    }

    private bool CannotBeInstance(Expr receiver) => model.TypeOf(receiver).Kind is PyTypeKind.Function or PyTypeKind.Module;

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
