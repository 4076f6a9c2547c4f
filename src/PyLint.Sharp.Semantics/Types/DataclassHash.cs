using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// What <c>@dataclass</c> does to the hash of a class without <c>__hash__</c> of its own (library reference, <c>dataclasses.dataclass</c>,
/// "unsafe_hash").
/// </summary>
internal static class DataclassHash
{
    public static Answer Of(SemanticModel model, ClassDef definition)
    {
        if (definition.DecoratorList is not [var decorator] || !DefinitionTypes.IsDataclass(model, decorator))
        {
            return Answer.Unknown;
        }

        var (eq, frozen, unsafeHash) = (true, false, false);
        if (decorator is Call call)
        {
            foreach (var keyword in call.Keywords)
            {
                if (keyword.Name is not { } name || !call.Args.IsEmpty || (Name(keyword) && keyword.Value is not Constant { Value: bool }))
                {
                    return Answer.Unknown;
                }

                var isSet = keyword.Value is Constant { Value: true };
                eq = name.Text == "eq" ? isSet : eq;
                frozen = name.Text == "frozen" ? isSet : frozen;
                unsafeHash = name.Text == "unsafe_hash" ? isSet : unsafeHash;
            }
        }

        // A generated hash is that of the fields, which may be anything.
        return unsafeHash || (eq && frozen) ? Answer.Unknown
            : eq ? Answer.No
            : model.ScopeOf(definition.Body[0]).OwnSymbol("__eq__") is null ? Answer.Yes : Answer.Unknown;
    }

    private static bool Name(Keyword keyword) => keyword.Name?.Text is "eq" or "frozen" or "unsafe_hash";
}
