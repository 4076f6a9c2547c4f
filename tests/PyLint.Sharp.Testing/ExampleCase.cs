using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Testing;

/// <summary>One example of one rule in one variant: one test.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Example">Its example.</param>
/// <param name="Title">Which one: <c>bad 2</c>, counted from 1 among its kind.</param>
/// <param name="Variant">How it is written.</param>
public sealed record ExampleCase(Rule Rule, Example Example, string Title, ExampleVariant Variant)
{
    /// <summary>Every example of some rules in every variant that applies to it.</summary>
    public static IEnumerable<ExampleCase> AllOf(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            var (bad, good) = (0, 0);
            foreach (var example in rule.Descriptor.Examples)
            {
                var title = example.IsBad ? $"bad {++bad}" : $"good {++good}";
                foreach (var variant in ExampleVariant.All.Where(variant => variant.AppliesTo(example)))
                {
                    yield return new ExampleCase(rule, example, title, variant);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Rule.Descriptor.Name}, {Title}, {Variant}";
}
