using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>
/// The types of the fields of dataclasses and named tuples. Their annotations are those of the parameters of the <c>__init__</c> that
/// Python makes of them, and are believed as those of other parameters are.
/// </summary>
internal static class FieldTypes
{
    public static PyType Of(SemanticModel model, in DataclassField field)
    {
        var type = field.Kind == DataclassFieldKind.Field && field.IsParameter ? AnnotationTypes.Of(model, field.Node.Annotation) : PyType.Unknown;
        if (type.IsUnknown)
        {
            return type;
        }

        if (field.Default is { } given)
        {
            type = TypeJoin.Of(type, TypeJoin.WithoutElements(model.TypeAnywhere(given)));
        }

        return field.DefaultFactory switch
        {
            null => type,
            Lambda { Body: var made } => TypeJoin.Of(type, TypeJoin.WithoutElements(model.TypeAnywhere(made))),
            var factory => TypeJoin.Of(type, model.KnownName(factory) is { } name ? PyType.Of(TypeNotation.KindOf(name)) : PyType.Unknown),
        };
    }
}
