using System.Text;
using System.Text.Json.Nodes;
using PyLint.Sharp.Analysis.Fixing;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Analysis.Tests.Notebooks;

/// <summary>What holds for all notebooks, tried with random ones.</summary>
public class NotebookPropertyTests
{
    private const int Count = 400;

    private const string Broken = "\tnot python ((";

    private static readonly string[] Lines =
    [
        "bad = 1", "x = bad + 'é😀\"'  # bad", "if bad:\n    pass", "%cd bad", "y = !echo bad", "print('''\n%bad\n''')", "", "gone = 2", "long = (bad,\n  3)",
        "%%time", "%%bash", "await bad", "bad?",
    ];


    private static readonly FileFixer Fixer = new(new Analyzer([new WordRule("PLS201", "bad = 1", "good = '\\é'\nbetter = 2"), new WordRule("PLS202", "gone = 2\n", "")]), ParseOptions.Default, new FixPolicy());

    [Test]
    public void Each_place_is_the_same_text_in_the_file() => FuzzRun.OfText.Check(Count, Create, source =>
    {
        var notebook = Notebook.Read(Encoding.UTF8.GetBytes(source.Content), "a.ipynb").Notebook;
        if (notebook is null)
        {
            return null;
        }

        foreach (var at in PlacesOf(notebook.Text.Content, "bad"))
        {
            var raw = notebook.File.ToString(notebook.InFile(new TextSpan(at, at + 3)));
            // A word may be cut into two strings of a list; then what separates them stands there too.
            if (string.Concat(JsonNode.Parse($"[\"{raw}\"]")!.AsArray().Select(part => part!.GetValue<string>())) != "bad")
            {
                return $"place {at} is {raw}";
            }
        }

        return null;
    });

    [Test]
    public void A_fix_changes_nothing_beside_the_source() => FuzzRun.OfText.Check(Count, Create, source =>
    {
        var bytes = Encoding.UTF8.GetBytes(source.Content);
        var notebook = Notebook.Read(bytes, "a.ipynb").Notebook;
        if (notebook is null)
        {
            return null;
        }

        var repaired = Fixer.Run(notebook);
        var content = repaired.HasChanged ? repaired.Draft!.ToBytes()! : bytes;
        var after = Notebook.Read(content, "a.ipynb");
        return after.Notebook?.Text.Content != repaired.Result.Tree.Text.Content ? $"text is\n{after.Notebook?.Text.Content}\nand should be\n{repaired.Result.Tree.Text.Content}"
            : Frame(after.File.Content) != Frame(notebook.File.Content) ? $"frame is\n{Frame(after.File.Content)}"
            : MagicsOf(after.Notebook!) != MagicsOf(notebook) ? "magics differ"
            : null;
    });

    [Test]
    public void Damaged_notebooks_never_throw() => FuzzRun.OfText.Check(Count, Damaged, source =>
    {
        var reading = Notebook.Read(Encoding.UTF8.GetBytes(source.Content), "a.ipynb");
        if (reading.Notebook is not { } notebook)
        {
            return reading.Problem!.Span.End <= reading.File.Length ? null : "place outside";
        }

        foreach (var finding in Fixer.Run(notebook).Before.Diagnostics)
        {
            if (notebook.InFile(finding).Span.End > reading.File.Length)
            {
                return "finding outside";
            }
        }

        return null;
    });

    private static string Create(Random random)
    {
        string[] kinds = random.Next(3) == 0 ? [.. Lines, Broken] : Lines;
        var json = new NotebookJson(random) { NewLine = random.Next(4) == 0 ? "\r\n" : "\n" };
        for (var cell = random.Next(5); cell >= 0; cell--)
        {
            var lines = Enumerable.Range(0, random.Next(6)).Select(_ => kinds[random.Next(kinds.Length)]);
            json.Cell(random.Next(5) == 0 ? "markdown" : "code", string.Join(random.Next(8) == 0 ? "\r\n" : "\n", lines));
        }

        return json.ToString();
    }

    private static string Damaged(Random random)
    {
        var json = new StringBuilder(Create(random));
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(json.Length);
            _ = random.Next(3) switch
            {
                0 => json.Remove(at, Math.Min(random.Next(1, 20), json.Length - at)).Append(' '),
                1 => json.Insert(at, "{}[]\",:\\u0\uD83D1\n"[random.Next(13)]),
                _ => json.Insert(at, json.ToString(at, Math.Min(random.Next(40), json.Length - at))),
            };
        }

        return json.ToString();
    }

    private static IEnumerable<int> PlacesOf(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }

    /// <summary>The file without what stands between the brackets or quotes of its sources; all of a source is the last member of its cell here.</summary>
    private static string Frame(string json)
    {
        var frame = new StringBuilder();
        foreach (var line in json.Split("\"source\": "))
        {
            var end = frame.Length == 0 ? 0 : Math.Max(line.LastIndexOf("\"}", StringComparison.Ordinal), line.LastIndexOf("]}", StringComparison.Ordinal));
            frame.Append(line.AsSpan(Math.Max(end, 0))).Append('|');
        }

        return frame.ToString();
    }

    private static string MagicsOf(Notebook notebook) => string.Join('|', notebook.Magics.Select(magic => notebook.File.ToString(notebook.InFile(magic.Span))));
}
