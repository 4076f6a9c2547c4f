namespace PyLint.Sharp.Semantics.Binding;

/// <summary>Where a scope finds a name.</summary>
public enum NameResolution : byte
{
    /// <summary>In itself.</summary>
    Local,

    /// <summary>In the module, because a <c>global</c> statement says so.</summary>
    GlobalExplicit,

    /// <summary>In the module or among the built-ins, because no function around binds it.</summary>
    GlobalImplicit,

    /// <summary>In a function around.</summary>
    Free,
}
