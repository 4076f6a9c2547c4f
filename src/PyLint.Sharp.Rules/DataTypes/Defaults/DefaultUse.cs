using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes.Defaults;

/// <summary>What a function does with the object that is the default of a parameter; the worse, the higher.</summary>
internal enum DefaultUse
{
    /// <summary>It reads it.</summary>
    Read,

    /// <summary>It gives it to code that isn't followed.</summary>
    Passed,

    /// <summary>It returns or stores it, so that others can change it.</summary>
    Kept,

    /// <summary>It changes it.</summary>
    Changed,
}

/// <summary>The worst that happens to a default, and where.</summary>
/// <param name="Use">What happens.</param>
/// <param name="Place">The expression or statement that does it; null for reads.</param>
internal readonly record struct DefaultFate(DefaultUse Use, Node? Place)
{
    /// <summary>The worse of two; of equals the first.</summary>
    public DefaultFate Or(DefaultFate other) => other.Use > Use ? other : this;
}
