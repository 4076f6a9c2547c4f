using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Semantics.Types;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.ClassAttributes;

/// <summary>A place where a method changes a container of the class through its instance.</summary>
/// <param name="Node">The call, subscript or statement.</param>
/// <param name="Method">The method.</param>
/// <param name="Self">What the method calls its instance.</param>
internal readonly record struct SelfChange(Node Node, FunctionDefinition Method, string Self)
{
    /// <summary>The first such place; null when there is none.</summary>
    /// <param name="made">The class.</param>
    /// <param name="attribute">The attribute that holds the container.</param>
    /// <param name="kind">Its type.</param>
    public static SelfChange? Find(ClassModel made, ClassAttribute attribute, PyTypeKind kind)
    {
        foreach (var method in made.Methods)
        {
            if (method.Kind is not (MethodKind.Static or MethodKind.Class) && FirstParameter(method.Node) is { } self && self.Name.Text != "cls"
                && made.Model.ScopeOf(method.Node.Body[0]).OwnSymbol(self.Name.Text) is { SoleBinding: not null } symbol)
            {
                foreach (var reference in symbol.References)
                {
                    if (reference.Parent is Attribute read && made.Model.AttributeName(read) == attribute.Name && InPlaceChange.Of(read, kind) is { } change)
                    {
                        return new SelfChange(change, method.Node, symbol.Name);
                    }
                }
            }
        }

        return null;
    }

    private static Arg? FirstParameter(FunctionDefinition method) => method.Body.IsEmpty ? null : method.Args switch
    {
        { PosOnlyArgs: [var first, ..] } => first,
        { Args: [var first, ..] } => first,
        _ => null,
    };
}
