using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Runs the command line in this process, in a folder of its own.</summary>
public abstract class CommandLineTest
{
    private static readonly RuleCatalog Toys = new(
    [
        new ToyRule("PLS201", "toy-error", "bad", Severity.Error),
        new ToyRule("PLS202", "toy-warning", "poor", Severity.Warning),
        new ToyRule("PLS301", "toy-info", "plain", Severity.Info),
        new ToyRule("PLS999", "toy-crash", "crash", Severity.Error),
    ]);

    private readonly Dictionary<string, string> environment = [];

    private protected virtual RuleCatalog Catalog => Toys;

    protected string Folder { get; private set; } = "";

    protected string StandardInput { get; set; } = "";

    protected bool IsTerminal { get; set; }

    protected bool IsErrorTerminal { get; set; }

    protected TimeSpan ProgressDelay { get; set; }

    protected Func<char>? ReadKey { get; set; }

    [SetUp]
    public void CreateFolder()
    {
        Folder = Directory.CreateTempSubdirectory("pylint-sharp-tests-").FullName;
        environment.Clear();
        Set("PYLINT_SHARP_NO_CACHE", "1");
        StandardInput = "";
        IsTerminal = false;
        IsErrorTerminal = false;
        ProgressDelay = TimeSpan.Zero;
        ReadKey = null;
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(Folder, recursive: true);

    protected void Write(string path, string content)
    {
        var fullPath = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(fullPath)!);
        File.WriteAllText(fullPath, content);
    }

    protected void Set(string variable, string value) => environment[variable] = value;

    protected CommandLineResult Run(params string[] args) => Run(_ => { }, args);

    private protected CommandLineResult Run(Action<Host> prepare, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter { NewLine = "\n" };
        using var host = HostWith(output, error);
        prepare(host);
        var exitCode = CommandLine.Run(args, host);
        return new CommandLineResult(exitCode, new UTF8Encoding(false, true).GetString(output.ToArray()), error.ToString());
    }

    private protected Host HostWith(Stream output, TextWriter error, byte[]? input = null, string? folder = null) => new()
    {
        Output = output,
        Error = error,
        Input = new MemoryStream(input ?? Encoding.UTF8.GetBytes(StandardInput)),
        CurrentDirectory = folder ?? Folder,
        Environment = name => environment.GetValueOrDefault(name),
        Catalog = () => Catalog,
        IsOutputTerminal = IsTerminal,
        IsErrorTerminal = IsErrorTerminal,
        ProgressDelay = ProgressDelay,
        ReadKey = ReadKey,
        TerminalWidth = () => 120,
    };
}

/// <summary>What a run left behind.</summary>
public sealed record CommandLineResult(int ExitCode, string Output, string Error);
