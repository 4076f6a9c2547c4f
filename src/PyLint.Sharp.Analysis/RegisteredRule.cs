using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Analysis.Suppressions;

namespace PyLint.Sharp.Analysis;

/// <summary>What a rule has said about itself; or the exception that it threw instead.</summary>
internal sealed record RegisteredRule(
    string Title,
    RuleDescriptor? Descriptor,
    IReadOnlyList<Visit> Visits,
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
            return new RegisteredRule(TitleOf(rule, descriptor), descriptor, registration.Visits, registration.SuppressionCheck, null);
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
