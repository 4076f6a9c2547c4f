using System.Diagnostics;
using System.Text.Json;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>A CPython that says of one program after another whether it compiles; it runs none of them.</summary>
internal sealed class PythonVerdicts : IDisposable
{
    /// <summary>What CPython cannot judge: it is too deep or too large, or its compiler fails (3.12 does on some formatted strings).</summary>
    public const string Unknown = "?";

    private const string Script = """
        import json, sys, warnings
        warnings.simplefilter('ignore')
        for line in sys.stdin:
            try:
                compile(json.loads(line), 'generated', 'exec', dont_inherit=True)
                verdict = ''
            except SyntaxError as error:
                # Before 3.14, escapes were read in the text that a field with = shows.
                is_defect = sys.version_info < (3, 14) and '(unicode error)' in str(error)
                verdict = '?' if is_defect else f'{type(error).__name__}: {error}'
            except (MemoryError, RecursionError, OverflowError, ValueError):
                verdict = '?'
            print(json.dumps(verdict), flush=True)
        """;

    private readonly Process process;

    public PythonVerdicts(Python python) =>
        process = Process.Start(new ProcessStartInfo(python.Command, ["-I", "-S", "-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    /// <summary>Why CPython refuses a program: empty when it compiles it.</summary>
    public string Of(string program)
    {
        process.StandardInput.Write(Minimizer.Literal(program) + "\n");
        process.StandardInput.Flush();
        return JsonSerializer.Deserialize<string>(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"CPython ended at\n{program}"))!;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
