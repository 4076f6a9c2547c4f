using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis;

/// <summary>A callback of the rule with a number.</summary>
internal readonly record struct Subscription(int Rule, Action<Node, RuleContext> Check);

/// <summary>What a rule has said about itself; or the exception that it threw instead.</summary>
internal sealed record RegisteredRule(
    string Title,
    RuleDescriptor? Descriptor,
    IReadOnlyList<(NodeKind Kind, Action<Node, RuleContext> Check)> Checks,
    Action<SuppressionReview, RuleContext>? SuppressionCheck,
    Exception? Failure)
{
    public static RegisteredRule Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        RuleDescriptor? descriptor = null;
        try
        {
            descriptor = rule.Descriptor;
            var registration = new Registration();
            rule.Register(registration);
            return new RegisteredRule(TitleOf(rule, descriptor), descriptor, registration.Checks, registration.SuppressionCheck, null);
        }
        catch (Exception exception)
        {
            return new RegisteredRule(TitleOf(rule, descriptor), descriptor, [], null, exception);
        }
    }

    /// <summary>Stands for a rule that there is no instance of.</summary>
    public static RegisteredRule Of(RuleFailure failure) => new($"`{failure.TypeName}`", null, [], null, failure.Exception);

    private static string TitleOf(Rule rule, RuleDescriptor? descriptor) =>
        descriptor is null ? $"`{rule.GetType().Name}`" : $"`{descriptor.Name}` ({descriptor.Code})";
}
