using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>An exception that a rule let out while it looked at one file.</summary>
/// <param name="Rule">The rule's name and code, or what else is known of it.</param>
/// <param name="Span">The first line of the node that the rule was called for.</param>
/// <param name="Exception">What was thrown.</param>
public sealed record RuleCrash(string Rule, TextSpan Span, Exception Exception);
