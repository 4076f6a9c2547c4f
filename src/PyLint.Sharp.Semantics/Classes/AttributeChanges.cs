using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>Finds the few attributes and calls of a file by which attributes get values.</summary>
internal static class AttributeChanges
{
    /// <summary>
    /// In source order the attributes that are stored or deleted or whose names have to do with that, and the calls of built-ins that may.
    /// </summary>
    public static ImmutableArray<Node> Find(SemanticModel model)
    {
        var found = default(WorkList<Node>);
        var nodes = model.Tree.Nodes;
        var kinds = model.Tree.Kinds.AsSpan();
        // Without names such as setattr, as in most files, no call has to be looked at.
        var hasNamespaces = model.NamespaceNames != null;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == NodeKind.Attribute ? MayChange((Attribute)nodes[i]) : kinds[i] == NodeKind.Call && hasNamespaces && MayChange((Call)nodes[i]))
            {
                found.Add(nodes[i]);
            }
        }

        return found.ToImmutable();
    }

    private static bool MayChange(Attribute attribute) => attribute.Ctx != ExprContext.Load
        || attribute.Attr.Text is "__dict__" or "setattr" or "__setattr__" or "__delattr__" or "object" or "multiple";

    private static bool MayChange(Call call) => call.Func is Name { Id: "setattr" or "delattr" or "vars" };
}
