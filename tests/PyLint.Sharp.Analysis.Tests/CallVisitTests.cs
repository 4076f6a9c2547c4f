using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Analysis.Tests;

/// <summary>A rule may ask for calls by the last name of what is called.</summary>
public class CallVisitTests
{
    private const string Code = "open(1)\nio.open(2)\nopener(3)\nf()(4)\nself.files.close(5)\nopen\n";

    private static string TextOf(Call call) => ((Constant)call.Args[0]).Value!.ToString()!;

    [Test]
    public void Calls_are_found_by_a_name_or_an_attribute()
    {
        var seen = new List<string>();
        Checks.Run(Code, new ToyRule(ToyRule.Describe(), on => on.VisitCallsOf(["open", "close"], (call, _) => seen.Add(TextOf(call)))));
        seen.Should().Equal("1", "2", "5");
    }

    [Test]
    public void Checks_of_all_calls_see_them_too_in_the_order_of_the_rules()
    {
        var seen = new List<string>();
        var named = new ToyRule(ToyRule.Describe("PLS298", "named"), on => on.VisitCallsOf(["open"], (call, _) => seen.Add($"named {TextOf(call)}")));
        var any = new ToyRule(ToyRule.Describe("PLS297", "any"), on => on.Visit<Call>((call, _) => seen.Add("any")));
        Checks.Run("open(1)\nopener(3)\n", any, named, any);
        seen.Should().Equal("any", "named 1", "any", "any", "any");
    }

    [Test]
    public void A_crash_takes_the_rule_out_that_asked_for_the_name()
    {
        var broken = new ToyRule(ToyRule.Describe("PLS298", "broken"), on => on.VisitCallsOf(["open"], (_, _) => throw new InvalidOperationException()));
        var result = Checks.Run("open(1)\nopen(2)\n", ToyRule.Flagging<Call>("PLS101", "first"), broken, ToyRule.Flagging<Call>("PLS102", "second"));
        result.Diagnostics.Select(finding => $"{finding.Descriptor.Code} {finding.Span.Start}").Should()
            .BeEquivalentTo("PLS003 0", "PLS101 0", "PLS102 0", "PLS101 8", "PLS102 8");
        result.Crashes.Should().ContainSingle().Which.Rule.Should().Contain("broken");
    }
}
