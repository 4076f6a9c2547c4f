using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>Parses as a worker of the command line does: on a stack of 16 MiB.</summary>
internal static class Parsed
{
    public const string TooDeep = "this is nested too deeply to be analysed";

    public static SyntaxTree From(string source) => OnWorker(() => SyntaxTree.Parse(SourceText.From(source)));

    public static SyntaxTree From(byte[] bytes) => OnWorker(() => SyntaxTree.Parse(SourceText.Decode(bytes)));

    /// <summary>The result of a function that runs on a thread of its own; what it throws is thrown here.</summary>
    public static T OnWorker<T>(Func<T> function)
    {
        var work = new Task<T>(function);
        var thread = new Thread(() => work.RunSynchronously(), 16 * 1024 * 1024);
        thread.Start();
        return work.GetAwaiter().GetResult();
    }

    public static string Repeat(string part, int count) => new System.Text.StringBuilder(part.Length * count).Insert(0, part, count).ToString();
}
