using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Cli.Output;

/// <summary>One report that a run is asked for.</summary>
/// <param name="Format">The name of its format.</param>
/// <param name="Path">The full path of its file; null for standard output.</param>
/// <param name="ShownPath">The same as the user wrote it.</param>
/// <param name="Text">How it looks if it is for people.</param>
internal sealed record OutputRequest(string Format, string? Path, string? ShownPath, TextOptions Text)
{
    private const int MostInTerminal = 100;

    /// <summary>How many results SARIF has at most; null for all.</summary>
    public int? MostResults { get; init; }

    /// <summary>How many findings it has at most; null for all.</summary>
    public int? MostFindings { get; init; }

    /// <summary>The same for a report that a build server gets beside it.</summary>
    public int? MostForPrograms { get; init; }

    /// <summary>The same with what is configured about how much reports tell.</summary>
    public OutputRequest With(EffectiveSettings effective, bool isForTerminal)
    {
        var mostResults = effective.Get(SettingTable.SarifMaxResults);
        return this with
        {
            MostFindings = MostOf(effective, ReporterFactory.IsForPeople(Format), isForTerminal),
            MostForPrograms = MostOf(effective, isForPeople: false, isForTerminal),
            MostResults = mostResults == CountType.NoLimit ? null : mostResults,
            Text = Text with
            {
                Explain = effective.Get(SettingTable.ExplainLevel) switch
                {
                    "none" => ExplainLevel.None,
                    "full" => ExplainLevel.Full,
                    _ => ExplainLevel.Short,
                },
            },
        };
    }

    /// <summary>Programs get everything unless the command line itself says otherwise.</summary>
    private static int? MostOf(EffectiveSettings effective, bool isForPeople, bool isForTerminal)
    {
        var isAsked = effective.IsSet(SettingTable.MaxDiagnostics)
            && (isForPeople || effective.Describe(SettingTable.MaxDiagnostics).Origin.Kind == Origin.CommandLine("").Kind);
        var most = isAsked ? effective.Get(SettingTable.MaxDiagnostics) : isForPeople && isForTerminal ? MostInTerminal : CountType.NoLimit;
        return most == CountType.NoLimit ? null : most;
    }

    /// <summary>
    /// Reads <c>--output-format F[:FILE]</c>. Each one with a file is a report of its own; of those without, the last one counts, and goes
    /// to the file of <c>-o</c> or to standard output.
    /// </summary>
    /// <param name="words">What the option was given.</param>
    /// <param name="file">What <c>-o</c> was given; null or <c>-</c> for standard output.</param>
    /// <param name="currentDirectory">What relative paths start from.</param>
    /// <param name="text">How text for people looks; takes whether it goes to a file.</param>
    /// <param name="instead">What takes the place of the report without a file of its own; null for nothing.</param>
    /// <exception cref="UsageException">A word is no format, or two reports have one file.</exception>
    public static IReadOnlyList<OutputRequest> Read(
        IReadOnlyList<string> words,
        string? file,
        string currentDirectory,
        Func<bool, TextOptions> text,
        string? instead = null)
    {
        var (requests, main) = (new List<OutputRequest>(), (string?)null);
        foreach (var word in words)
        {
            var parts = word.Split(':', 2);
            Require(parts[0], word);
            if (parts is [var format, not "-" and var path])
            {
                Add(format, path);
            }
            else
            {
                main = parts[0];
            }
        }

        main = instead ?? main;
        if (file is "")
        {
            throw new UsageException("`-o` needs the name of a file");
        }

        if (file is not (null or "-"))
        {
            Add(main ?? ReporterFactory.Full, file);
        }
        else if (main is not null || requests.Count == 0)
        {
            requests.Insert(0, new OutputRequest(main ?? ReporterFactory.Full, null, null, text(false)));
        }

        return requests;

        void Add(string format, string path)
        {
            if (path.Length == 0)
            {
                throw new UsageException($"`{format}:` needs the name of a file");
            }

            var fullPath = System.IO.Path.GetFullPath(path, currentDirectory);
            if (requests.Exists(request => request.Path == fullPath))
            {
                throw new UsageException($"two reports can't both be written to `{path}`");
            }

            requests.Add(new OutputRequest(format, fullPath, path, text(true)));
        }
    }

    private static void Require(string format, string word)
    {
        var known = ReporterFactory.Formats;
        if (!known.Contains(format))
        {
            var all = $"{string.Join(", ", known.SkipLast(1))} or {known[^1]}";
            throw new UsageException($"`--output-format` takes {all}, each with or without `:FILE`, not `{word}`{Suggestion.Among(format, known)}");
        }
    }
}
