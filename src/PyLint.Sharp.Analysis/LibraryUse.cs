using System.Collections.Immutable;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis;

/// <summary>A place where a program takes out of a module what the standard library's module of that name has.</summary>
/// <param name="Place">The <see cref="Alias"/> of a <c>from</c> import, or the <see cref="Syntax.Nodes.Attribute"/> that reads it.</param>
/// <param name="Module">The module, up to the first dot: <c>os</c> of <c>os.path.join</c>.</param>
/// <param name="Member">What is taken out of that: <c>path</c> of <c>os.path.join</c>.</param>
public readonly record struct LibraryUse(Node Place, string Module, string Member)
{
    /// <summary>Those of a file: what is imported first, then what is read, each in source order.</summary>
    public static ImmutableArray<LibraryUse> Of(SemanticModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var found = ImmutableArray.CreateBuilder<LibraryUse>();
        foreach (var import in model.Tree.All<ImportFrom>())
        {
            if (import is { Level: 0, Module.Text: var source })
            {
                foreach (var alias in import.Names)
                {
                    Add(found, alias, $"{source}.{alias.Name.Text}");
                }
            }
        }

        foreach (var read in model.Tree.All<Syntax.Nodes.Attribute>())
        {
            if (read is { Ctx: ExprContext.Load, Parent: not Syntax.Nodes.Attribute } && model.KnownName(read) is { } name)
            {
                Add(found, read, name);
            }
        }

        return found.DrainToImmutable();
    }

    private static void Add(ImmutableArray<LibraryUse>.Builder found, Node place, string name)
    {
        var parts = name.Split('.', 3);
        if (parts.Length > 1 && StandardLibrary.Find(name) is not null)
        {
            found.Add(new LibraryUse(place, parts[0], parts[1]));
        }
    }
}
