using System.Diagnostics;
using System.Globalization;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.DataTypes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Shapes;

public class OperandTypesTests
{
    private const string Imports = "from collections import OrderedDict, deque";

    private const string Script = """
        import sys
        lines = sys.stdin.read().splitlines()
        names = {}
        exec(lines[0], names)
        for number, line in enumerate(lines[1:], 2):
            try:
                exec(line, names)
            except TypeError:
                print(number)
            except Exception:
                pass
        """;

    private static readonly string[] Values =
    [
        "None", "True", "2", "1.5", "1j", "'%s'", "b'%a'", "bytearray(b'%a')", "range(3)", "[1]", "(1,)", "{1: 2}", "{1}", "frozenset([1])", "deque([1])",
        "OrderedDict()", "iter([1])", "(lambda: 1)", "{1: 2}.keys()", "{1: 2}.values()", "{1: 2}.items()",
    ];

    [Test]
    public void Python_refuses_exactly_the_operands_that_are_flagged()
    {
        var python = Python.Required(minor: 10);
        var lines = new List<string> { Imports };
        foreach (var left in Values)
        {
            foreach (var right in Values)
            {
                lines.AddRange(new[] { "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "<", "<=", ">", ">=", "in", "not in" }.Select(op => $"{left} {op} {right}"));
                lines.AddRange(new[] { "+", "-", "*", "/", "%", "&", "|" }.Select(op => $"v = {left}; v {op}= {right}"));
            }
        }

        var tree = SyntaxTree.Parse(SourceText.From(string.Join('\n', lines)));
        var flagged = new Analyzer([new IncompatibleOperandTypes()]).Run(tree).Diagnostics.Select(finding => tree.Text.LineOf(finding.Span.Start)).ToHashSet();
        var refused = Refused(python, lines);

        lines.Where((_, i) => flagged.Contains(i + 1) && !refused.Contains(i + 1)).Should().BeEmpty("Python accepts these");
        // What `in` and `|=` refuse may be an element rather than the type: a list has no hash, and pairs are two.
        lines.Where((line, i) => refused.Contains(i + 1) && !flagged.Contains(i + 1) && !line.Contains(" in ", StringComparison.Ordinal) && !line.Contains("|=", StringComparison.Ordinal))
            .Should().BeEmpty("Python refuses these");
    }

    private static HashSet<int> Refused(Python python, List<string> lines)
    {
        var start = new ProcessStartInfo(python.Command, ["-I", "-S", "-W", "ignore", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(string.Join('\n', lines));
        process.StandardInput.Close();
        var numbers = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).ToHashSet();
        process.WaitForExit();
        return numbers;
    }
}
