namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>A <c>def</c> or <c>async def</c>.</summary>
public abstract partial class FunctionDefinition
{
    /// <summary>
    /// UTF-16 offset of <c>async</c> or <c>def</c>. The node itself starts at its first decorator; Python's <c>lineno</c> is this line.
    /// </summary>
    public int HeaderStart { get; internal set; }
}

/// <summary>A <c>class</c>.</summary>
public sealed partial class ClassDef
{
    /// <summary>UTF-16 offset of <c>class</c>; the node itself starts at its first decorator.</summary>
    public int HeaderStart { get; internal set; }
}

/// <summary>An <c>import</c>.</summary>
public sealed partial class Import
{
    /// <summary>True for <c>lazy import</c> (PEP 810, Python 3.15).</summary>
    public bool IsLazy { get; internal set; }
}

/// <summary>A <c>from … import</c>.</summary>
public sealed partial class ImportFrom
{
    /// <summary>True for <c>lazy from … import</c> (PEP 810, Python 3.15).</summary>
    public bool IsLazy { get; internal set; }
}

/// <summary>A generator expression.</summary>
public sealed partial class GeneratorExp
{
    /// <summary>True while it stands in a call without parentheses of its own.</summary>
    internal bool IsBare { get; set; }
}
