using System.CommandLine;
using PyLint.Sharp.Cli.Fixing;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>The options of <c>check</c> about baselines.</summary>
internal sealed class BaselineOptionSet
{
    private readonly ValueOption baseline = Values.Option(ValueKind.File, "--baseline");
    private readonly Option<bool> newOnly = new("--new-only");
    private readonly Option<bool> passOnStale = new("--pass-on-stale-baseline");

    public IReadOnlyList<Option> Options => [baseline, newOnly, passOnStale];

    /// <summary>What leaves known findings out; null when they are not to be left out.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="host">The outside world.</param>
    /// <param name="searched">The paths that are searched completely.</param>
    /// <param name="fixes">What is fixed.</param>
    /// <exception cref="UsageException">There is no such baseline.</exception>
    public BaselineStage? Read(ParseResult parsed, Host host, IReadOnlyList<string> searched, FixSettings fixes)
    {
        var file = FileOf(parsed.Last(baseline), host) ?? (parsed.GetValue(newOnly) ? BaselineFile.Nearest(host.CurrentDirectory) : null);
        return file is null ? null : new BaselineStage(file, host)
        {
            SearchedPaths = searched,
            IgnoresStale = fixes.HidesRest,
            PassesOnStale = parsed.GetValue(passOnStale),
        };
    }

    /// <summary>The file that an option names.</summary>
    public static BaselineFile? FileOf(string? path, Host host) => path switch
    {
        null => null,
        "" => throw new UsageException("`--baseline` needs the name of a file"),
        _ => new BaselineFile(Path.GetFullPath(path, host.CurrentDirectory), path),
    };
}
