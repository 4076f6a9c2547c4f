using System.CommandLine;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Files;

/// <summary>The options about which files are checked.</summary>
internal sealed class FileOptionSet
{
    private readonly ValueOption filesFrom = Values.Option(ValueKind.File, "--files-from");
    private readonly Option<bool> nul = new("-0");
    private readonly Option<bool> errorOnNoFiles = new("--error-on-no-files");

    public IReadOnlyList<Option> Options => [filesFrom, nul, errorOnNoFiles];

    /// <exception cref="UsageException">A value has no meaning, or there is no such list of files.</exception>
    public FileSettings Read(ParseResult parsed, IReadOnlyList<string> paths, Host host) => new()
    {
        Listed = ListedPaths(parsed, paths, host),
        FailsOnNoFiles = parsed.GetValue(errorOnNoFiles),
    };

    private IReadOnlyList<string>? ListedPaths(ParseResult parsed, IReadOnlyList<string> paths, Host host) => parsed.Last(filesFrom) switch
    {
        null when parsed.GetValue(nul) => throw new UsageException("`-0` says how `--files-from` ends its paths"),
        null => null,
        "-" when paths.Contains("-") => throw new UsageException("standard input is either the list of files or a file"),
        var list => FileList.Read(list, parsed.GetValue(nul), host),
    };
}
