using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PyLint.Sharp.Analysis.Selection;

/// <summary>All rules that exist, found by code, name or alias. Immutable.</summary>
public sealed class RuleCatalog
{
    private readonly Dictionary<string, ImmutableArray<RuleDescriptor>> byWord = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes rules in any order. One that cannot say what it is becomes one of the <see cref="Failures"/>.</summary>
    /// <exception cref="ArgumentException">Two rules have the same code or the same name.</exception>
    public RuleCatalog(IEnumerable<Rule> rules)
        : this(rules, [])
    {
    }

    private RuleCatalog(IEnumerable<Rule> rules, List<RuleFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var sorted = new List<Rule>();
        foreach (var rule in rules)
        {
            if (Contain(rule.GetType(), () => rule.Descriptor, failures) is not null)
            {
                sorted.Add(rule);
            }
        }

        sorted.Sort(static (left, right) => string.CompareOrdinal(left.Descriptor.Code, right.Descriptor.Code));
        failures.Sort(static (left, right) => string.CompareOrdinal(left.TypeName, right.TypeName));
        Rules = [.. sorted];
        Failures = [.. failures];
        Descriptors = [.. EngineDiagnostics.All, .. sorted.ConvertAll(static rule => rule.Descriptor)];
        AddCodesAndNames();
        AddAliases();
    }

    /// <summary>The rules in the order of their codes.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The descriptors of the engine's diagnostics and of all rules, in the order of their codes.</summary>
    public ImmutableArray<RuleDescriptor> Descriptors { get; }

    /// <summary>The rules that threw before anything was known of them, in the order of their types; an analyzer reports each in each file.</summary>
    public ImmutableArray<RuleFailure> Failures { get; }

    /// <summary>
    /// Finds the rules of an assembly: its public, concrete classes that derive from <see cref="Rule"/>. One whose constructor throws
    /// becomes one of the <see cref="Failures"/>.
    /// </summary>
    /// <exception cref="ArgumentException">Two rules have the same code or the same name.</exception>
    [RequiresUnreferencedCode("Trimming removes rules that nothing but this search mentions; keep their assembly whole.")]
    public static RuleCatalog Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var (rules, failures) = (new List<Rule>(), new List<RuleFailure>());
        foreach (var type in assembly.GetExportedTypes())
        {
            if (type.IsSubclassOf(typeof(Rule)) && !type.IsAbstract && Contain(type, () => (Rule)Activator.CreateInstance(type)!, failures) is { } rule)
            {
                rules.Add(rule);
            }
        }

        return new RuleCatalog(rules, failures);
    }

    /// <summary>
    /// What a code, a name or an alias stands for, in any letter case: one descriptor, several where rules share an alias, none
    /// where the word is unknown.
    /// </summary>
    public ImmutableArray<RuleDescriptor> Find(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return byWord.TryGetValue(word, out var found) ? found : [];
    }

    /// <summary>The code, name or alias that is nearest to a word that <see cref="Find"/> does not know, or null.</summary>
    public string? Suggest(string word) => DidYouMean.Closest(word, byWord.Keys);

    /// <summary>What a rule says; null when it throws or says nothing, and then it is among the failures.</summary>
    private static T? Contain<T>(Type type, Func<T?> ask, List<RuleFailure> failures)
        where T : class
    {
        try
        {
            return ask() ?? throw new InvalidOperationException("the rule has no descriptor");
        }
        catch (Exception exception)
        {
            var cause = exception is TargetInvocationException { InnerException: { } inner } ? inner : exception;
            failures.Add(new RuleFailure(type.Name, cause));
            return null;
        }
    }

    private void AddCodesAndNames()
    {
        foreach (var descriptor in Descriptors)
        {
            if (!byWord.TryAdd(descriptor.Code, [descriptor]) || !byWord.TryAdd(descriptor.Name, [descriptor]))
            {
                throw new ArgumentException($"{descriptor.Code} {descriptor.Name}: a second rule of this code or name");
            }
        }
    }

    /// <summary>Our own codes and names come first: an alias never takes a word away from the rule that bears it.</summary>
    private void AddAliases()
    {
        foreach (var descriptor in Descriptors)
        {
            foreach (var alias in descriptor.Aliases)
            {
                var others = Find(alias);
                byWord[alias] = others.Contains(descriptor) ? others : others.Add(descriptor);
            }
        }
    }
}
