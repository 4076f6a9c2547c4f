using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>
/// The lines of <c>--since</c> are those that <c>git diff</c> shows: in a history of random edits, and in the clones that
/// <c>PYLINT_SHARP_CLONES</c> lists (paths, separated as in <c>PATH</c>; 30 of the last revisions of each).
/// </summary>
public class ChangeOracleTests : GitTest
{
    private const int MostRevisions = 30;

    private protected override RuleCatalog Catalog { get; } = new([new EachLine()]);

    [Test]
    public void Lines_are_those_of_git_after_random_edits_and_new_names()
    {
        var random = new Random(5);
        var files = Enumerable.Range(0, 8).Select(_ => Functions(random)).ToArray();
        var names = Enumerable.Range(0, files.Length).ToArray();
        for (var round = 0; round < 12; round++)
        {
            for (var i = 0; i < files.Length; i++)
            {
                File.Delete(Path.Combine(Folder, $"f{names[i]}.py"));
                names[i] = random.Next(6) == 0 ? names.Max() + 1 : names[i];
                Write($"f{names[i]}.py", string.Concat(files[i].Select(line => line + "\n")));
                Edit(random, files[i]);
            }

            Commit();
        }

        for (var back = 1; back < 12; back++)
        {
            Compare(Folder, $"HEAD~{back}").Should().BePositive();
        }
    }

    /// <summary>What is stored depends on attributes, on settings, and on what was stored before.</summary>
    [Test]
    public void Line_ends_count_where_they_do_for_git([Values("false", "true", "input")] string autocrlf, [Range(1, 3)] int seed)
    {
        var random = new Random(seed);
        string[] attributes = ["", "text", "-text", "text=auto", "text=input", "eol=lf", "eol=crlf", "text=auto eol=crlf", "-text eol=crlf", "crlf", "-crlf", "crlf=input", "text=other"];
        Write(".gitattributes", string.Concat(attributes.Select((attribute, index) => $"f{index}-*.py {attribute}\n")));
        for (var round = 0; round < 4; round++)
        {
            Git("config", "core.autocrlf", random.Next(2) == 0 ? "false" : autocrlf);
            WriteAll();
            Commit();
        }

        Git("config", "core.autocrlf", autocrlf);
        WriteAll();
        for (var back = 0; back < 4; back++)
        {
            Compare(Folder, $"HEAD~{back}").Should().BePositive();
        }

        void WriteAll()
        {
            for (var i = 0; i < 4 * attributes.Length; i++)
            {
                // Ends of one kind, of both, or none at the end; some with what makes a file binary for git.
                var kind = random.Next(5);
                var lines = Enumerable.Range(0, 8).Select(line => $"x = {(random.Next(6) == 0 ? random.Next(3) : line)}{(kind switch { 0 => "\n", 1 => "\r\n", _ => random.Next(2) == 0 ? "\n" : "\r\n" })}");
                var text = string.Concat(lines) + (kind == 3 ? "x" : "") + (random.Next(8) == 0 ? "#\u0001\u0002\u007f\n" : "") + (random.Next(16) == 0 ? "\u001a" : "");
                Write($"f{i % attributes.Length}-{i / attributes.Length}.py", text);
            }
        }
    }

    [Test]
    public void Lines_are_those_of_git_in_real_histories()
    {
        var clones = (Environment.GetEnvironmentVariable("PYLINT_SHARP_CLONES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (clones.Length == 0)
        {
            NUnit.Framework.Assert.Ignore("PYLINT_SHARP_CLONES names no clones");
        }

        foreach (var clone in clones)
        {
            var revisions = Git("-C", clone, "rev-list", "--first-parent", "HEAD").Split('\n', StringSplitOptions.RemoveEmptyEntries);
            var step = Math.Max(1, revisions.Length / MostRevisions);
            var total = 0;
            for (var i = 1; i < revisions.Length; i += step)
            {
                total += Compare(clone, revisions[i]);
            }

            TestContext.Out.WriteLine($"{clone}: {total} lines since {revisions.Length / step} revisions");
        }
    }

    /// <summary>The number of lines, which both report alike.</summary>
    private int Compare(string clone, string revision)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        using var host = HostWith(output, error, folder: clone);
        CommandLine.Run(["check", "--isolated", "--ignore-suppressions", "--select", "PLS201", "--output-format", "concise", "--no-respect-gitignore", "--since", revision], host);
        error.ToString().Should().BeEmpty();
        var ours = Encoding.UTF8.GetString(output.ToArray()).Split('\n').Where(line => line.Contains("[PLS201]", StringComparison.Ordinal))
            .Select(line => string.Join(':', line.Split(':')[..2])).ToList();
        var gits = LinesOfGit(clone, revision);
        ours.Except(gits).Should().BeEmpty($"they did not change since {revision}");
        gits.Except(ours).Should().BeEmpty($"they changed since {revision}");
        return ours.Count;
    }

    private List<string> LinesOfGit(string clone, string revision)
    {
        var lines = new List<string>();
        var path = "";
        foreach (var line in Git("-C", clone, "diff", "-U0", "-M", "--no-color", "--no-ext-diff", revision, "--", "*.py", "*.pyi").Split('\n'))
        {
            if (line.StartsWith("+++ ", StringComparison.Ordinal))
            {
                path = line["+++ b/".Length..];
            }
            else if (line.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var numbers = line.Split(' ')[2][1..].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToList();
                lines.AddRange(Enumerable.Range(numbers[0], numbers is [_, var count] ? count : 1).Select(number => $"{path}:{number}"));
            }
        }

        return lines;
    }

    /// <summary>Many lines are alike, as they are in code, so that there is often more than one shortest way.</summary>
    private static List<string> Functions(Random random) => [.. Enumerable.Range(0, 6).SelectMany(_ => Function(random))];

    private static IEnumerable<string> Function(Random random)
    {
        yield return $"def f{random.Next(5)}():";
        for (var i = random.Next(1, 7); i > 0; i--)
        {
            yield return random.Next(4) switch
            {
                0 => "    if x:",
                1 => "",
                2 => $"        y = {random.Next(3)}",
                _ => $"    return {random.Next(3)}",
            };
        }

        yield return "";
    }

    private static void Edit(Random random, List<string> lines)
    {
        var at = random.Next(lines.Count + 1);
        switch (random.Next(4))
        {
            case 0:
                lines.InsertRange(at, Function(random));
                break;
            case 1:
                lines.RemoveRange(at, Math.Min(lines.Count - at, random.Next(1, 5)));
                break;
            case 2:
                lines.Insert(at, "    if x:");
                break;
            default:
                var moved = lines.GetRange(at, Math.Min(lines.Count - at, 4));
                lines.RemoveRange(at, moved.Count);
                lines.InsertRange(random.Next(lines.Count + 1), moved);
                break;
        }
    }

    private sealed class EachLine : Rule
    {
        public override RuleDescriptor Descriptor { get; } = new ToyRule("PLS201", "each-line", "x", Severity.Warning).Descriptor;

        public override void Register(Registration on) => on.Visit<Module>(static (_, context) =>
        {
            // Behind the last line end there is a line for us, but none for git.
            for (var line = 1; line <= context.Text.LineCount && context.Text.LineSpan(line).Start < context.Text.Length; line++)
            {
                context.Report(context.Text.LineSpan(line), "x");
            }
        });
    }
}
