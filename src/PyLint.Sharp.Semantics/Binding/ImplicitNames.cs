namespace PyLint.Sharp.Semantics.Binding;

internal static class ImplicitNames
{
    public const string Class = "__class__";
    public const string Super = "super";
}
