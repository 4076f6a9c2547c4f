using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>A rule that throws in its constructor; found, as the real rules are, because it is public.</summary>
public sealed class ThrowsInConstructor : Rule
{
    public ThrowsInConstructor() => throw new InvalidOperationException("it is broken");

    public override RuleDescriptor Descriptor => throw new NotSupportedException();

    public override void Register(Registration on) => throw new NotSupportedException();
}

/// <summary>The rule beside which others go wrong; found in the same way.</summary>
public sealed class SoundRule : Rule
{
    private readonly ToyRule toy = new("PLS201", "toy-safe", "old", Severity.Error, "newer", FixSafety.Safe);

    public override RuleDescriptor Descriptor => toy.Descriptor;

    public override void Register(Registration on) => toy.Register(on);
}

/// <summary>Ways to go wrong, each a rule.</summary>
internal sealed class PoisonedRule(Action<Registration> register) : Rule
{
    private readonly Action<Registration> register = register;

    public override RuleDescriptor Descriptor { get; } = new ToyRule("PLS299", "poisoned", "word", Severity.Error).Descriptor;

    /// <summary>By the place where they throw: that rule and the sound one.</summary>
    public static IReadOnlyDictionary<string, RuleCatalog> Catalogs { get; } = new Dictionary<string, RuleCatalog>
    {
        ["constructor"] = RuleCatalog.Of(typeof(ThrowsInConstructor).Assembly),
        ["Register"] = With(_ => throw Broken()),
        ["every visit"] = With(on => on.Visit<Name>((_, _) => throw Broken())),
        ["a late visit"] = With(on => on.Visit<Name>((node, context) => context.Report(node.Span, node.Span.Start > 5 ? throw Broken() : "word"))),
        ["a report"] = With(on => on.Visit<Name>((node, context) => context.Report(new TextSpan(node.Span.Start, int.MaxValue)))),
        ["a fix"] = With(on => on.Visit<Name>((node, context) => context.Report(node.Span, "word").Fix(FixSafety.Safe, "no edit"))),
        ["VisitSuppressions"] = With(on => on.VisitSuppressions((_, _) => throw Broken())),
    };

    public override void Register(Registration on) => register(on);

    /// <summary>A rule and the sound one.</summary>
    public static RuleCatalog With(Action<Registration> register) => new([new PoisonedRule(register), new SoundRule()]);

    private static InvalidOperationException Broken() => new("it is broken");
}
