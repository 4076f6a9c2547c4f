using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Suppressions;
using PyLint.Sharp.Reporting.Findings;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests.Findings;

/// <summary>A fingerprint is to survive what doesn't touch its finding, in files made at random, and to change with what does.</summary>
public class FingerprintTests
{
    private const int Rounds = 300;

    private static readonly string[] Codes = ["eval(x)", "a[ 0 ]", "f(\n    1,\n    2)", "print( 'é😀' )", "x"];

    [Test]
    public void Fingerprints_survive_edits_above_and_between() => Each((program, random) =>
        FingerprintsOf(program.Select(piece => piece with { Before = Filler(random) })).Should().Equal(FingerprintsOf(program)));

    [Test]
    public void Fingerprints_survive_another_indentation() => Each((program, random) =>
    {
        var indent = new string(random.Next(2) == 0 ? ' ' : '\t', random.Next(1, 9));
        FingerprintsOf(program.Select(piece => piece with { Before = piece.Before + indent, Code = piece.Code.Replace("\n", "\n" + indent) }))
            .Should().Equal(FingerprintsOf(program));
    });

    [Test]
    public void Fingerprints_survive_other_line_ends_and_another_message() => Each((program, _) =>
        FingerprintsOf(program.Select(piece => piece with { Before = piece.Before.Replace("\n", "\r\n"), Code = piece.Code.Replace("\n", "\r\n"), Message = "other" }))
            .Should().Equal(FingerprintsOf(program)));

    [Test]
    public void Fingerprints_survive_a_comment_that_silences_another_finding() => Each((program, random) =>
    {
        var silenced = random.Next(program.Count);
        FingerprintsOf(program.Select((piece, i) => piece with { IsSilenced = i == silenced })).Should().Equal(FingerprintsOf(program));
    });

    [Test]
    public void Fingerprints_of_a_run_are_unique() => Each((program, _) => FingerprintsOf(program).Should().OnlyHaveUniqueItems());

    [Test]
    public void A_fingerprint_changes_with_the_code_the_function_the_rule_and_the_file()
    {
        var piece = new Piece("", "eval(x)", "f");
        string[] all =
        [
            FingerprintsOf([piece])[0],
            FingerprintsOf([piece with { Code = "eval(y)" }])[0],
            FingerprintsOf([piece with { Symbol = "g" }])[0],
            FingerprintsOf([piece with { Symbol = null }])[0],
            FingerprintsOf([piece], "b.py")[0],
            FingerprintsOf([piece], "a.py", EngineDiagnostics.LimitReached)[0],
        ];
        all.Should().OnlyHaveUniqueItems();
    }

    [TestCase("./src//a.py", "src/a.py")]
    [TestCase("x/../src/a.py", "src/a.py")]
    public void A_path_can_be_written_in_several_ways(string path, string same) =>
        FingerprintsOf([new Piece("", "x", null)], path).Should().Equal(FingerprintsOf([new Piece("", "x", null)], same));

    /// <summary>The version is part of the name under which others keep it, so the value for given facts is fixed.</summary>
    [Test]
    public void The_first_version_gives_these_values() =>
        FingerprintsOf([new Piece("", "eval( x )", "C.m"), new Piece("\n", "eval(x)", "C.m")], "src/a.py")
            .Should().Equal(Expected("PLS201\0src/a.py\0C.m\0eval(x)\0" + "0"), Expected("PLS201\0src/a.py\0C.m\0eval(x)\0" + "1"));

    private static string Expected(string key) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16].ToLowerInvariant();

    private static void Each(Action<List<Piece>, Random> check)
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            List<Piece> program = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => new Piece(
                Filler(random),
                Codes[random.Next(Codes.Length)],
                random.Next(3) == 0 ? null : $"f{random.Next(2)}"))];
            check(program, random);
        }
    }

    private static string Filler(Random random) => string.Concat(Enumerable.Range(0, random.Next(5)).Select(i => $"# {random.Next()}\n")) + "\n";

    private static List<string> FingerprintsOf(IEnumerable<Piece> program, string path = "a.py", RuleDescriptor? rule = null)
    {
        var (content, found) = (new StringBuilder(), new List<(Piece Piece, TextSpan Span)>());
        foreach (var piece in program)
        {
            var start = content.Append(piece.Before).Length;
            found.Add((piece, new TextSpan(start, content.Append(piece.Code).Length)));
            content.Append('\n');
        }

        var diagnostics = found.ConvertAll(item => Make.Finding(item.Span) with
        {
            Descriptor = rule ?? Make.Rule,
            Symbol = item.Piece.Symbol,
            Message = item.Piece.Message,
            SuppressedBy = item.Piece.IsSilenced ? new Suppression(SuppressionForm.Noqa, item.Span, item.Span, []) : null,
        });
        var report = Make.Report(Make.Source(content.ToString(), path), [.. diagnostics.Where(diagnostic => diagnostic.SuppressedBy is null)]) with
        {
            Suppressed = [.. diagnostics.Where(diagnostic => diagnostic.SuppressedBy is not null)],
        };
        return [.. Finding.AllOf(report).Select(finding => finding.Fingerprint)];
    }

    private sealed record Piece(string Before, string Code, string? Symbol, string Message = "message", bool IsSilenced = false);
}
