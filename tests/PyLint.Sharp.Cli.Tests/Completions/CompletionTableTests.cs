using System.CommandLine;
using PyLint.Sharp.Cli.Completions;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Tests.Completions;

public class CompletionTableTests : CommandLineTest
{
    /// <summary>Numbers, sizes, and what only git or the user knows.</summary>
    private static readonly string[] Unforeseeable = ["--extension", "--jobs", "--max-file-size", "--since", "--timeout-per-file", "--width"];

    private static IEnumerable<(string Verb, ValueOption Option)> Options =>
        Verb.Names.Where(name => Verb.Find(name) is not null).SelectMany(name => Verb.Find(name)!.Command.Options.OfType<ValueOption>().Select(option => (name, option)));

    [Test]
    public void Every_option_with_a_value_says_what_that_is()
    {
        Verb.Names.Select(Verb.Find).OfType<Verb>().SelectMany(verb => verb.Command.Options).Where(option => option is not (ValueOption or Option<bool>)).Should().BeEmpty();
        Options.Where(entry => entry.Option.Kind == ValueKind.Any).Select(entry => entry.Option.Name).Distinct().Should().BeSubsetOf(Unforeseeable);
    }

    [Test]
    public void What_is_offered_is_accepted_and_nothing_else()
    {
        Write("solution.py", "");
        var closed = Options.Where(entry => entry.Option.Kind is { Words: not null }).ToList();
        closed.Should().NotBeEmpty();
        foreach (var (verb, option) in closed)
        {
            string[] start = verb switch
            {
                "explain" => [verb, "PLS201"],
                "baseline" => [verb, "create", "--baseline", Guid.NewGuid().ToString()],
                "init" => [verb, "--force"],
                "rules" or "config" => [verb],
                _ => [verb, "solution.py"],
            };
            foreach (var word in option.Kind.Words!)
            {
                Run([.. start, option.Name, word]).Error.Should().BeEmpty($"{verb} {option.Name} offers {word}");
                start = [.. start.Select(part => Guid.TryParse(part, out _) ? Guid.NewGuid().ToString() : part)];
            }

            Run([.. start, option.Name, "nonsense"]).Error.Should().Contain($"`{option.Name}`").And.Contain("`nonsense`");
        }
    }

    [Test]
    public void Every_rule_that_is_offered_exists()
    {
        using var host = HostWith(Stream.Null, TextWriter.Null);
        var selectors = ValueKind.Selectors.WordsFor(host.Catalog());
        selectors.Should().Contain(["ALL", "PLS2", "PLS201", "toy-error"]);
        Run("check", "--select", string.Join(',', selectors)).ExitCode.Should().Be(0);
        Run(["explain", .. ValueKind.Rule.WordsFor(host.Catalog())]).Error.Should().BeEmpty();
        Run(["check", .. ValueKind.RuleLevel.WordsFor(host.Catalog()).Select(word => $"--severity={word}info")]).ExitCode.Should().Be(0);
        Run(["config", .. ValueKind.KeyOrPath.WordsFor(host.Catalog())]).Error.Should().BeEmpty();
    }

    [Test]
    public void Kinds_that_offer_the_same_are_one()
    {
        using var host = HostWith(Stream.Null, TextWriter.Null);
        var table = new CompletionTable(host.Catalog());
        table.Values.Select(value => value.Number).Should().Equal(Enumerable.Range(1, table.Values.Count));
        var check = table.Verbs.Single(verb => verb.Name == "check");
        var values = check.Options.ToDictionary(option => option.Name, option => option.Value);
        values["--select"].Should().BeSameAs(values["--ignore"]).And.NotBeSameAs(values["--severity"]);
        values["-o"].Should().BeSameAs(values["--output-file"]).And.BeSameAs(check.Arguments[0]);
        values["--fix"].Should().BeNull();
    }
}
