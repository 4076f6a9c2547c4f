using System.Numerics;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.ClassAttributes;

/// <summary>A place where a method changes a container of the class through its instance.</summary>
/// <param name="Node">The call, subscript or statement.</param>
/// <param name="Method">The method.</param>
/// <param name="Self">What the method calls its instance.</param>
/// <param name="Kind">The type of what is changed.</param>
/// <param name="Item">The subscript by which it is reached, where the attribute is a tuple that holds it: <c>[0]</c>; else empty.</param>
internal readonly record struct SelfChange(Node Node, FunctionDefinition Method, string Self, PyTypeKind Kind, string Item)
{
    private static readonly Remembered<ClassModel, Dictionary<string, List<(Attribute Read, FunctionDefinition Method)>>> Reads = new(ReadsIn);

    /// <summary>The first such place; null when there is none.</summary>
    /// <param name="made">The class.</param>
    /// <param name="attribute">The attribute that holds the container.</param>
    /// <param name="kind">Its type.</param>
    /// <param name="holder">The tuple that the attribute is, whose elements are containers; null when it is the container itself.</param>
    public static SelfChange? Find(ClassModel made, ClassAttribute attribute, PyTypeKind kind, Tuple? holder)
    {
        foreach (var (read, method) in Reads.Of(made).GetValueOrDefault(attribute.Name) ?? [])
        {
            var self = ((Name)read.Value).Id;
            if (holder != null)
            {
                if (ItemChange(read, holder, made, method, self) is { } inner)
                {
                    return inner;
                }
            }
            else if (InPlaceChange.Of(read, kind) is { } change)
            {
                return new SelfChange(change, method, self, kind, "");
            }
        }

        return null;
    }

    /// <summary>By attribute: where methods read it from their instance.</summary>
    private static Dictionary<string, List<(Attribute Read, FunctionDefinition Method)>> ReadsIn(ClassModel made)
    {
        var found = new Dictionary<string, List<(Attribute Read, FunctionDefinition Method)>>(StringComparer.Ordinal);
        foreach (var method in made.Methods)
        {
            if (method.Kind is MethodKind.Static or MethodKind.Class || method.Node.Body.IsEmpty || Receiver.FirstOf(method.Node) is not { } self || self.Name.Text == "cls"
                || made.Model.ScopeOf(method.Node.Body[0]).OwnSymbol(self.Name.Text) is not { SoleBinding: not null } symbol)
            {
                continue;
            }

            foreach (var reference in symbol.References)
            {
                if (reference.Parent is Attribute read)
                {
                    var name = made.Model.AttributeName(read);
                    if (!found.TryGetValue(name, out var reads))
                    {
                        found.Add(name, reads = []);
                    }

                    reads.Add((read, method.Node));
                }
            }
        }

        return found;
    }

    private static SelfChange? ItemChange(Attribute read, Tuple holder, ClassModel made, FunctionDefinition method, string self)
    {
        if (read.Parent is not Subscript { Slice: Constant { Value: BigInteger number } } item || item.Value != read || number >= holder.Elts.Length)
        {
            return null;
        }

        foreach (var element in holder.Elts)
        {
            if (element is Starred)
            {
                return null;
            }
        }

        var kind = InPlaceMethods.KindOf(holder.Elts[(int)number], made.Model);
        return InPlaceMethods.IsMutable(kind) && InPlaceChange.Of(item, kind) is { } change ? new SelfChange(change, method, self, kind, $"[{number}]") : null;
    }
}
