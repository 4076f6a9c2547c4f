using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics;

public sealed partial class SemanticModel
{
    /// <summary>Where Python looks for a name that is read, bound or deleted, and where it stops; never throws for a name of this file.</summary>
    public Resolution Resolve(Name name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return LookupTrail.Follow(names, ScopeOf(name), name.Id);
    }

    /// <summary>Where Python looks for a name that stands, or would stand, in a scope; never throws for a scope of this file.</summary>
    /// <param name="scope">Where it stands.</param>
    /// <param name="name">The name as it is written, or already mangled.</param>
    public Resolution Resolve(Scope scope, string name)
    {
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(name);
        return LookupTrail.Follow(names, scope, name);
    }

    /// <summary>The places behind the one where a search stops, to which it would come if the name weren't found there.</summary>
    public ImmutableArray<LookupStep> Beyond(Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return LookupTrail.Beyond(names, resolution);
    }

    /// <summary>
    /// True when the expression is this name and means the built-in: nothing in the scopes around binds it, and no star import may
    /// have. A star import counts against the name unless it is of a standard module that is known to leave the name alone: a
    /// missed finding costs less than a wrong one.
    /// </summary>
    public bool IsBuiltin(Expr expression, string name) => expression is Name { Id: var id } && id == name && IsBuiltin(expression);

    /// <summary>True when the expression is a name that means any built-in; see <see cref="IsBuiltin(Expr, string)"/>.</summary>
    public bool IsBuiltin(Expr expression) => expression is Name name && names.BuiltinAt(name.Index) > 0;

    /// <summary>The number among <see cref="Builtins"/> of the built-in that a name means, or 0; see <see cref="IsBuiltin(Expr, string)"/>.</summary>
    internal int BuiltinOf(Name name) => names.BuiltinAt(name.Index);

    /// <summary>
    /// The dotted name that an expression reaches through imports: <c>os.path.join</c> for <c>p.join</c> after
    /// <c>import os.path as p</c>. Null unless imports of one and the same target are all that binds the first name. Relative
    /// imports keep their dots. Built-ins have none: ask <see cref="IsBuiltin(Expr, string)"/>.
    /// </summary>
    public string? QualifiedName(Expr expression) => ImportedAs(expression)?.QualifiedName;

    /// <summary>
    /// What a callee or class expression names, whether built-in or imported: <c>open</c>, <c>sys.exit</c>; <c>builtins.open</c>
    /// counts as <c>open</c>. Null when unproven.
    /// </summary>
    public string? KnownName(Expr expression) => IsBuiltin(expression) ? ((Name)expression).Id : ImportedAs(expression)?.KnownName;

    /// <summary>What an expression reaches through imports; see <see cref="QualifiedName"/>.</summary>
    internal ImportedName? ImportedAs(Expr expression) => QualifiedNames.Of(names, expression);
}
