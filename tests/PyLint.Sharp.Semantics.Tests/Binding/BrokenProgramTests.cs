using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Semantics.Tests.Binding;

/// <summary>Names are bound and resolved in any text; what nobody would call a program included.</summary>
public class BrokenProgramTests
{
    private static readonly string[] Programs =
        [.. Repository.Files("tests/PyLint.Sharp.Semantics.Tests/Oracles/Scopes", "*.py").Select(Repository.ReadText)];

    [Test]
    public void Damaged_programs_are_bound_and_every_name_resolved() => FuzzRun.OfText.Check(
        1_000,
        random => new Mutator(random).Mutate(Programs[random.Next(Programs.Length)]),
        ProblemOf);

    [Test]
    public void Random_text_is_bound_and_every_name_resolved() => FuzzRun.OfText.Check(1_000, random => new Mutator(random).RandomText(), ProblemOf);

    private static string? ProblemOf(SourceText text)
    {
        var model = SemanticModel.Create(SyntaxTree.Parse(text));
        foreach (var name in model.Tree.Nodes.OfType<Name>())
        {
            var resolution = model.Resolve(name);
            if (resolution.Symbol != model.SymbolOf(name))
            {
                return $"symbol of {name.Id} at {name.Span}: {resolution} stops at another than SymbolOf, {model.SymbolOf(name)?.Scope.Kind}";
            }

            if (resolution.Steps.Any(step => step.ToString().Length == 0) || resolution.ToString().Length == 0)
            {
                return $"words are missing for {name.Id} at {name.Span}";
            }
        }

        return model.Scopes.SelectMany(scope => scope.Entries).Select(ProblemOf).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>Whatever a scope binds is a variable, and a variable that is found elsewhere doesn't live here.</summary>
    private static string? ProblemOf(ScopeEntry entry) =>
        (entry.Uses & NameUses.Bound) != 0 && entry.Symbol is null ? $"variable {entry.Name} is bound and nowhere"
        : entry.Resolution == NameResolution.Free && (entry.Symbol is null || entry.Symbol.Scope == entry.Scope) ? $"free {entry.Name} is not free"
        : entry.Resolution == NameResolution.Local && entry.Symbol is { } own && own.Scope != entry.Scope ? $"local {entry.Name} is not local"
        : null;
}
