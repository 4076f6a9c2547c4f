namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Names that Python binds without being told to.</summary>
internal static class ImplicitNames
{
    public const string Class = "__class__";
    public const string ConditionalAnnotations = "__conditional_annotations__";
    public const string Super = "super";

    /// <summary>
    /// What the body of a class keeps for the functions inside and does not see itself: its class, its namespace (PEP 695), and which of
    /// its annotations have been reached (PEP 649).
    /// </summary>
    public static bool IsClassCell(string name) => name is Class or "__classdict__" or ConditionalAnnotations;

    /// <summary>
    /// What a module has before its first statement (Python reference, 5.4 "Import-related attributes on module objects"), beyond
    /// what the built-ins have too.
    /// </summary>
    public static bool IsOfModule(string name) => name is "__name__" or "__doc__" or "__package__" or "__loader__" or "__spec__"
        or "__file__" or "__cached__" or "__path__" or "__builtins__" or "__annotations__" or "__dict__";

    /// <summary>Built-ins by which variables and attributes are reached that the file doesn't name.</summary>
    public static bool IsOfNamespaces(string name) => name is "locals" or "vars" or "eval" or "exec" or "dir" or "globals" or "setattr" or "delattr";

    /// <summary>What the namespace of a class has before the first statement of its body (CPython 3.14).</summary>
    public static bool IsOfClass(string name) => name is "__module__" or "__qualname__" or "__firstlineno__";
}
