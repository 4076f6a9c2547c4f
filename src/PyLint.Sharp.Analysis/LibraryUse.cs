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
    /// <param name="model">The file.</param>
    /// <param name="concerns">False for members of modules that don't matter, so that nobody need look for them in the library. Null when all do.</param>
    public static ImmutableArray<LibraryUse> Of(SemanticModel model, Func<string, string, bool>? concerns = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var found = ImmutableArray.CreateBuilder<LibraryUse>();
        foreach (var import in model.Tree.All<ImportFrom>())
        {
            if (import is { Level: 0, Module.Text: var source })
            {
                foreach (var alias in import.Names)
                {
                    Add(found, alias, $"{source}.{alias.Name.Text}", concerns);
                }
            }
        }

        foreach (var read in model.Tree.All<Syntax.Nodes.Attribute>())
        {
            if (read is { Ctx: ExprContext.Load, Parent: not Syntax.Nodes.Attribute } && model.KnownName(read) is { } name)
            {
                Add(found, read, name, concerns);
            }
        }

        return found.DrainToImmutable();
    }

    private static void Add(ImmutableArray<LibraryUse>.Builder found, Node place, string name, Func<string, string, bool>? concerns)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return;
        }

        var end = name.IndexOf('.', dot + 1);
        var (module, member) = (name[..dot], end < 0 ? name[(dot + 1)..] : name[(dot + 1)..end]);
        if ((concerns is null || concerns(module, member)) && StandardLibrary.Find(name) is not null)
        {
            found.Add(new LibraryUse(place, module, member));
        }
    }
}
