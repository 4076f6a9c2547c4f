using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.ControlFlow;
using PyLint.Sharp.Rules.Functions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>A syntax error that a rule explains is told once: by the rule while it runs, and otherwise by the engine.</summary>
public class ExplainedErrorTests
{
    private const string Misuse = "def f(x):\n    global x\n";

    [Test]
    public void The_rule_tells_it_in_place_of_the_engine() => CodesOf(Misuse, new ScopeDeclarationMisuse()).Should().Equal("PLS311");

    [Test]
    public void The_engine_tells_it_when_the_rule_does_not_run() => CodesOf(Misuse, new BareExcept()).Should().Equal("PLS000");

    [Test]
    public void Other_errors_stay_with_the_engine() =>
        CodesOf(Misuse + "return 1\n", new ScopeDeclarationMisuse()).Should().Equal("PLS311", "PLS000");

    [Test]
    public void The_engine_tells_it_when_the_rule_crashes() =>
        CodesOf(Misuse, new Crash()).Should().BeEquivalentTo("PLS000", "PLS003");

    private static IEnumerable<string> CodesOf(string code, Rule rule) =>
        new Analyzer([rule]).Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.Select(finding => finding.Descriptor.Code);

    private sealed class Crash : Rule
    {
        private readonly RuleDescriptor descriptor = new ScopeDeclarationMisuse().Descriptor;

        public override RuleDescriptor Descriptor => descriptor;

        public override void Register(Registration on) => on.Visit<Syntax.Nodes.Module>((_, _) => throw new InvalidOperationException());
    }
}
