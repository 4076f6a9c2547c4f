using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>Operators of dates, durations and paths (library reference, <c>datetime</c>, <c>pathlib</c>).</summary>
internal static class LibraryOperators
{
    public static PyType Binary(BinaryOperator op, PyType left, PyType right) => (NameOf(left), op, NameOf(right)) switch
    {
        ("datetime.datetime", BinaryOperator.Sub, "datetime.datetime") => TypeNotation.Named("datetime.timedelta"),
        ("datetime.date", BinaryOperator.Sub, "datetime.date") => TypeNotation.Named("datetime.timedelta"),
        ("datetime.datetime" or "datetime.date", BinaryOperator.Add or BinaryOperator.Sub, "datetime.timedelta") => left,
        ("datetime.timedelta", BinaryOperator.Add, "datetime.datetime" or "datetime.date") => right,
        ("datetime.timedelta", BinaryOperator.Add or BinaryOperator.Sub, "datetime.timedelta") => left,
        ("datetime.timedelta", BinaryOperator.Div, "datetime.timedelta") => PyType.Float,
        ("datetime.timedelta", BinaryOperator.FloorDiv, "datetime.timedelta") => PyType.Int,
        ("datetime.timedelta", BinaryOperator.Mult or BinaryOperator.Div, null) when right.Kind is PyTypeKind.Int or PyTypeKind.Float => left,
        (null, BinaryOperator.Mult, "datetime.timedelta") when left.Kind is PyTypeKind.Int or PyTypeKind.Float => right,
        ("pathlib.Path", BinaryOperator.Div, "pathlib.Path") => left,
        ("pathlib.Path", BinaryOperator.Div, null) when right.Kind == PyTypeKind.Str => left,
        (null, BinaryOperator.Div, "pathlib.Path") when left.Kind == PyTypeKind.Str => right,
        ("decimal.Decimal" or "fractions.Fraction", BinaryOperator.Add or BinaryOperator.Sub or BinaryOperator.Mult, var other)
            when other == NameOf(left) || right.Kind == PyTypeKind.Int => left,
        _ => PyType.Unknown,
    };

    private static string? NameOf(PyType type) => type.Library is { } library && (type.IsExact || library.QualifiedName == "pathlib.Path") ? library.QualifiedName : null;
}
