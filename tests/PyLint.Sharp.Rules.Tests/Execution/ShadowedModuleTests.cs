using System.Diagnostics;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Functions;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Rules.Tests.Execution;

/// <summary>Whether Python takes an empty file for a module of the standard library where the rule says so.</summary>
public class ShadowedModuleTests
{
    private static readonly string[] Hidden = ["random.choice", "json.loads", "csv.reader", "string.digits", "calendar.month", "queue.Queue", "statistics.mean", "textwrap.dedent"];

    private string folder = "";

    [SetUp]
    public void CreateFolder() => folder = Directory.CreateTempSubdirectory("pylint-sharp-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Python_fails_where_the_rule_says_so([ValueSource(nameof(Hidden))] string name)
    {
        var (module, code) = (name.Split('.')[0], $"import {name.Split('.')[0]}\n{name}\n");
        File.WriteAllText(Path.Combine(folder, $"{module}.py"), "");

        IsFlagged(code, module).Should().BeTrue();
        Output("game.py", code).Should().Contain("AttributeError");
    }

    /// <summary>Built into the interpreter, or imported before the program starts.</summary>
    [Test]
    public void What_Python_has_before_the_program_starts_is_never_hidden()
    {
        var modules = Output("list.py", "import sys\nprint(*{*sys.builtin_module_names, *(name for name in sys.modules if '.' not in name)})\n").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);

        modules.Should().Contain("sys").And.Contain("io");
        foreach (var module in modules)
        {
            var members = Output("list.py", $"import {module}\nprint(*dir({module}))\n").Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
            members.Where(member => member is not ("False" or "None" or "True") && IsFlagged($"import {module}\n{module}.{member}\n", module)).Should().BeEmpty(module);
        }
    }

    private static bool IsFlagged(string code, string module)
    {
        var submission = new Submission([new OwnModule(module, $"{module}.py", "", [], null)], []);
        return !new Analyzer([new ShadowedStdlibModule()], new AnalyzerOptions { Submission = submission }).Run(SyntaxTree.Parse(SourceText.From(code))).Diagnostics.IsEmpty;
    }

    /// <summary>What a program says. Without <c>site</c>, which may import more than Python needs.</summary>
    private string Output(string name, string code)
    {
        File.WriteAllText(Path.Combine(folder, name), code);
        var start = new ProcessStartInfo(Python.Required().Command, ["-E", "-S", "-B", name]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }
}
