namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>What the rows of one run share: the files, how often, and the program as users have it.</summary>
internal sealed class PeerRun : IDisposable
{
    /// <summary>The promise is for two cores; a machine may have more.</summary>
    private const string Threads = "2";

    /// <summary>1 says that there are findings, 2 that something failed.</summary>
    private const int MostExitCode = 1;

    private readonly PeerOptions options;
    private readonly Lazy<OwnProgram> program;

    public PeerRun(string root, List<string> paths, PeerOptions options)
    {
        this.options = options;
        (Root, Paths) = (root, paths);
        program = new Lazy<OwnProgram>(() => OwnProgram.Find(options.Program, Scratch.FullName));
        // Reading all of them brings them into the system's cache, for us and our peers alike.
        Sizes = paths.ToDictionary(path => path, path => File.ReadAllBytes(path).LongLength);
        Bytes = Sizes.Values.Sum();
    }

    public string Root { get; }

    public IReadOnlyList<string> Paths { get; }

    public IReadOnlyDictionary<string, long> Sizes { get; }

    public long Bytes { get; }

    public double Megabytes => Bytes / 1e6;

    /// <summary>How often each side of a row is measured, in turns.</summary>
    public int Rounds => options.Rounds;

    /// <summary>The folder whose <c>node_modules</c> has ruff, or null.</summary>
    public string? NodeModules => options.NodeModules;

    /// <summary>A folder that goes away at the end.</summary>
    public DirectoryInfo Scratch { get; } = Directory.CreateTempSubdirectory("pylint-sharp-peers-");

    /// <summary>How the program checks something with all rules, and without the cache where no other option comes with it.</summary>
    public string[] Check(string path, params string[] caching) =>
    [
        program.Value.Path, "check", "--isolated", "--select", "ALL", "--output-format", "concise", "-j", Threads,
        .. caching.Length == 0 ? ["--no-cache"] : caching, path,
    ];

    /// <summary>One run of that, which found something or nothing but had no trouble.</summary>
    public CommandRun Own(string path, params string[] caching) => Command.Run(Check(path, caching), MostExitCode);

    /// <summary>The same run watched for the memory that it takes.</summary>
    public long PeakOf(string path) => Command.Run(Check(path), MostExitCode, watchesMemory: true).PeakBytes;

    public void Dispose() => Scratch.Delete(recursive: true);
}
