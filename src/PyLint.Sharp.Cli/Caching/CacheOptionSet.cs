using System.CommandLine;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>The options about the cache.</summary>
internal sealed class CacheOptionSet
{
    private readonly Option<bool> noCache = new("--no-cache");
    private readonly ValueOption folder = Values.Option(ValueKind.Folder, "--cache-dir");

    public IReadOnlyList<Option> Options => [noCache, folder];

    /// <summary>The command line beats the environment: a folder that is named there beats <c>PYLINT_SHARP_NO_CACHE</c>.</summary>
    public CacheSettings Read(ParseResult parsed, Host host, bool trustsProject)
    {
        var named = parsed.Last(folder);
        var path = named ?? Environment(host, "PYLINT_SHARP_CACHE_DIR");
        return new CacheSettings
        {
            IsOn = !parsed.GetValue(noCache) && (named is not null || Environment(host, "PYLINT_SHARP_NO_CACHE") is null),
            Folder = path is null ? null : Path.GetFullPath(path, host.CurrentDirectory),
            TrustsProject = trustsProject,
        };
    }

    private static string? Environment(Host host, string name) => host.Environment(name) is { Length: > 0 } value ? value : null;
}
