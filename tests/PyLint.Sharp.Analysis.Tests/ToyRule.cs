using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis.Tests;

/// <summary>A rule for tests about what runs rules.</summary>
internal sealed class ToyRule(RuleDescriptor descriptor, Action<Registration> register) : Rule
{
    private readonly Action<Registration> register = register;

    public override RuleDescriptor Descriptor { get; } = descriptor;

    public override void Register(Registration on) => register(on);

    /// <summary>Flags every node of a type.</summary>
    public static ToyRule Flagging<T>(string code = "PLS298", string name = "toy-rule")
        where T : Node, INodeType => Checking<T>((node, context) => context.Report(node.Span), code, name);

    /// <summary>Does something for every node of a type.</summary>
    public static ToyRule Checking<T>(Action<T, RuleContext> check, string code = "PLS298", string name = "toy-rule")
        where T : Node, INodeType => new(Describe(code, name), on => on.Visit(check));

    /// <summary>A descriptor that satisfies the contract of texts; the examples are the caller's.</summary>
    public static RuleDescriptor Describe(
        string code = "PLS298",
        string name = "toy-rule",
        string message = "this is flagged",
        string[]? aliases = null,
        bool isEnabledByDefault = true,
        bool isPreview = false,
        Severity severity = Severity.Warning,
        RuleOption[]? options = null,
        FixSafety fix = FixSafety.None,
        params Example[] examples) => new()
        {
            Code = code,
            Name = name,
            Area = (SkillArea)(code[3] - '0'),
            Severity = severity,
            Aliases = [.. aliases ?? []],
            Message = message,
            Why = "It is a toy.",
            Instead = "Write something else.",
            Interview = new("Why is it flagged?", "It is a toy. Tests need one."),
            FineWhen = "Outside of tests.",
            IsEnabledByDefault = isEnabledByDefault,
            IsPreview = isPreview,
            Options = [.. options ?? []],
            Fix = fix,
            Examples = [.. examples],
        };
}
