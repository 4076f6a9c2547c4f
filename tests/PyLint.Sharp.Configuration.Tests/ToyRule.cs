using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Configuration.Tests;

/// <summary>Rules that exist and never run.</summary>
internal sealed class ToyRule(RuleDescriptor descriptor) : Rule
{
    public static readonly RuleOption<System.Collections.Immutable.ImmutableArray<string>> Allow = RuleOption.Words("allow", "What is fine.", "id");
    public static readonly RuleOption<bool> Strict = RuleOption.Flag("strict", "Whether it is strict.", false);
    public static readonly RuleOption<long> Most = RuleOption.Number("most", "How many are fine.", 3);

    public static RuleCatalog Catalog { get; } = new(
    [
        Make("PLS201", "bare-except", ["E722"]),
        Make("PLS202", "broad-except", ["W0718", "E000"]),
        Make("PLS301", "shadowed-builtin", ["A001", "E000"], Allow, Strict, Most),
    ]);

    public override RuleDescriptor Descriptor { get; } = descriptor;

    public override void Register(Registration on) => ArgumentNullException.ThrowIfNull(on);

    private static ToyRule Make(string code, string name, string[] aliases, params RuleOption[] options) => new(new RuleDescriptor
    {
        Code = code,
        Name = name,
        Area = (SkillArea)(code[3] - '0'),
        Severity = Severity.Warning,
        Aliases = [.. aliases],
        Message = "this is flagged",
        Why = "It is a toy.",
        Instead = "Write something else.",
        Interview = new("Why?", "Because."),
        FineWhen = "In tests.",
        Options = [.. options],
    });
}
