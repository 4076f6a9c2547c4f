using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Damage;

namespace PyLint.Sharp.Rules.Tests;

/// <summary>
/// One token is taken out of a program, again and again: that costs few errors, and what is said about the rest of the program stays.
/// The seed is fixed; the benchmark project's `recover` measures the same over any folder.
/// </summary>
[TestFixture]
public sealed class RecoveryTests
{
    private const int Seed = 20_240_229;
    private const int DeletionsOfEach = 60;

    private static readonly Analyzer Analyzer = new(BuiltInRules.Catalog.Rules);

    private readonly List<(string Place, RecoveryScore Score)> scores = [];

    [OneTimeSetUp]
    public void Damage()
    {
        var random = new Random(Seed);
        foreach (var path in Repository.Files("samples", "*.py").Concat(Repository.Files("tests", "*.py")))
        {
            var text = SourceText.Decode(File.ReadAllBytes(Repository.PathOf(path)), path);
            var whole = Analyzer.Run(SyntaxTree.Parse(text));
            if (whole.Tree.Errors.IsEmpty && text.Length > 0)
            {
                scores.AddRange(TokenDeletion.Sample(text, DeletionsOfEach, random)
                    .Select(deletion => ($"{path}:{text.PositionOf(deletion.Deleted.Start)} without {deletion.Token}", RecoveryScore.Of(Analyzer, whole, deletion)))
                    .Where(damaged => damaged.Item2.Errors > 0));
            }
        }
    }

    [Test]
    public void A_deleted_token_costs_one_error_mostly_and_hardly_ever_more_than_three()
    {
        Share(score => score.Errors == 1).Should().BeGreaterThan(0.95);
        Share(score => score.Errors <= 3).Should().BeGreaterThan(0.99, "of {0}", Worst(score => score.Errors > 3));
    }

    /// <summary>All but those that rest on a whole body, as that nothing in it reads a parameter: there a lost statement is lost evidence.</summary>
    [Test]
    public void The_findings_elsewhere_survive()
    {
        var kept = scores.Sum(damaged => damaged.Score.KeptFindings) / (double)scores.Sum(damaged => damaged.Score.Findings);

        // A rule that says "never" or "only" of a whole function or loop waits until it can be read.
        kept.Should().BeGreaterThan(0.96, "of {0}", Worst(score => score.KeptFindings < score.Findings * 0.9));
        Share(score => score.NewFindings == 0).Should().BeGreaterThan(0.97, "of {0}", Worst(score => score.NewFindings > 0));
    }

    [Test]
    public void The_expressions_elsewhere_stay_in_the_tree() =>
        Share(score => score.KeptNodes >= score.Nodes * 0.9).Should().BeGreaterThan(0.97, "of {0}", Worst(score => score.KeptNodes < score.Nodes * 0.9));

    private double Share(Predicate<RecoveryScore> holds) => scores.Count(damaged => holds(damaged.Score)) / (double)scores.Count;

    private string Worst(Predicate<RecoveryScore> fails) =>
        string.Join('\n', scores.Where(damaged => fails(damaged.Score)).Select(damaged => $"{damaged.Place}: {damaged.Score}"));
}
