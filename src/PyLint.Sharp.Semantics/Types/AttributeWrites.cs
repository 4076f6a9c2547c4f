using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// Every place of a file that gives a value to an attribute, by the attribute's name and whatever stands before the dot: who reads
/// them need not know the types of receivers, which are themselves asked for.
/// </summary>
internal sealed class AttributeWrites
{
    private static readonly List<Attribute> None = [];
    private readonly Dictionary<string, List<Attribute>> stores = new(StringComparer.Ordinal);
    private readonly HashSet<string> hidden = new(StringComparer.Ordinal);
    private bool writesAnything;

    public AttributeWrites(SemanticModel model)
    {
        foreach (var node in model.AttributeChanges)
        {
            if (node is Attribute attribute)
            {
                Add(model, attribute);
            }
            else
            {
                AddHidden((Call)node);
            }
        }
    }

    /// <summary>True when some object may become an instance of another class, or a class get another way to compare.</summary>
    public bool ChangesClasses => Writes("__class__") || Writes("__eq__") || Writes("__hash__") || Writes("__bases__");

    /// <summary>The stores that stand in the file as <c>….name = …</c>.</summary>
    public List<Attribute> Of(string name) => stores.TryGetValue(name, out var places) ? places : None;

    /// <summary>True when the attribute may get values that stand in no such store: <c>setattr(x, name, …)</c>, <c>x.__dict__[…] = …</c>.</summary>
    public bool AreHidden(string name) => writesAnything || hidden.Contains(name);

    /// <summary>True when some place writes it.</summary>
    public bool Writes(string name) => hidden.Contains(name) || stores.ContainsKey(name);

    private void Add(SemanticModel model, Attribute attribute)
    {
        if (attribute.Ctx == ExprContext.Load)
        {
            writesAnything |= attribute.Attr.Text == "__dict__" && attribute.Parent is not (Compare or FormattedValue or For or Attribute { Attr.Text: "items" or "keys" or "values" or "copy" or "get" })
                && attribute.Parent is not Subscript { Ctx: ExprContext.Load };
            if (attribute.Attr.Text is "setattr" or "__setattr__" or "__delattr__" or "object" or "multiple" && attribute.Parent is Call call && call.Func == attribute)
            {
                AddHidden(call);
            }

            return;
        }

        if (attribute.Ctx == ExprContext.Store)
        {
            var name = model.AttributeName(attribute);
            writesAnything |= name == "__dict__";
            if (!stores.TryGetValue(name, out var places))
            {
                stores.Add(name, places = []);
            }

            places.Add(attribute);
        }
    }

    /// <summary>The first text among the arguments names the attribute; without one, it may be any.</summary>
    private void AddHidden(Call call)
    {
        foreach (var argument in call.Args)
        {
            if (argument is Constant { StringValue: { } name })
            {
                hidden.Add(name);
                return;
            }
        }

        writesAnything = true;
    }
}
