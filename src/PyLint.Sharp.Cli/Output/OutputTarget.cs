using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Output;

/// <summary>Where results go: standard output, or a file that is complete or not there at all.</summary>
internal sealed class OutputTarget : IDisposable
{
    private const int BufferSize = 1 << 14;

    private static readonly HashSet<string> ProgramExtensions = new([".py", ".pyi", ".pyw", ".ipynb"], StringComparer.OrdinalIgnoreCase);

    private readonly Stream target;
    private readonly string name;
    private readonly string? path;
    private readonly string? temporary;
    private StreamWriter? text;
    private TextWriter? errors;
    private bool isOwned;
    private bool isComplete;

    private OutputTarget(Stream target, string name, string? path = null, string? temporary = null)
    {
        this.target = target;
        this.name = name;
        this.path = path;
        this.temporary = temporary;
        isOwned = path is not null;
        Stream = new GuardedStream(target, name);
    }

    /// <summary>What a file that is added to holds so far, in bytes.</summary>
    public long Length { get; private init; }

    /// <summary>Takes bytes.</summary>
    public Stream Stream { get; }

    /// <summary>Takes text, which becomes UTF-8 with LF.</summary>
    public TextWriter Text => text ??= new StreamWriter(Stream, Host.Utf8, BufferSize, leaveOpen: true) { NewLine = "\n" };

    public static OutputTarget Standard(Host host) => new(host.Output, "standard output");

    /// <summary>Keeps everything for standard error: where standard output is taken by the fixed text.</summary>
    public static OutputTarget Error(Host host) => new(new MemoryStream(), "standard error") { errors = host.Error };

    /// <summary>Opens a file beside the one that is meant, which takes its place in <see cref="Complete"/>.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="shownPath">How messages call it: what the user wrote.</param>
    /// <exception cref="UsageException">There can be no such file, or it is somebody's program.</exception>
    public static OutputTarget File(string path, string shownPath)
    {
        if (Directory.Exists(path))
        {
            throw new UsageException($"cannot write to `{shownPath}`: it is a folder");
        }

        // A link stays a link, unless it leads to nothing that has a name, as `/dev/stdout` does.
        var target = FileKinds.TargetOf(path) is { } linked && System.IO.File.Exists(linked) ? linked : path;
        var exists = Path.Exists(target);
        if (exists && FileKinds.ProblemOf(target) is not null)
        {
            // Nothing may take the place of a device or a pipe: for root it would be gone.
            return new OutputTarget(Open(shownPath, target, FileMode.Create), $"`{shownPath}`") { isOwned = true };
        }

        if (exists && ProgramExtensions.Contains(Path.GetExtension(target)))
        {
            throw new UsageException($"cannot write to `{shownPath}`: that is a program, and what is written would take its place");
        }

        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        var file = Open(shownPath, temporary, FileMode.Create);
        if (exists && !OperatingSystem.IsWindows())
        {
            // Who may not read the old results may not read the new ones either.
            System.IO.File.SetUnixFileMode(file.SafeFileHandle, System.IO.File.GetUnixFileMode(target));
        }

        return new OutputTarget(file, $"`{shownPath}`", target, temporary);
    }

    /// <summary>Adds to a file that others write to as well, so that nothing can take its place.</summary>
    /// <exception cref="UsageException">There can be no such file.</exception>
    public static OutputTarget Append(string path)
    {
        var file = Open(path, path, FileMode.Append);
        return new OutputTarget(file, $"`{path}`") { Length = file.Length, isOwned = true };
    }

    /// <summary>Says that all results are written.</summary>
    public void Complete()
    {
        text?.Flush();
        Stream.Flush();
        if (path is not null)
        {
            TakePlace(path);
        }

        errors?.Write(Host.Utf8.GetString(((MemoryStream)target).ToArray()));
        isComplete = true;
    }

    public void Dispose()
    {
        if (isOwned)
        {
            target.Dispose();
        }

        if (path is not null && !isComplete)
        {
            System.IO.File.Delete(temporary!);
        }
    }

    private void TakePlace(string path)
    {
        try
        {
            target.Dispose();
            System.IO.File.Move(temporary!, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"cannot write to {name}: {GuardedStream.ReasonOf(exception)}", exception);
        }
    }

    private static FileStream Open(string shownPath, string path, FileMode mode)
    {
        try
        {
            return new FileStream(path, mode, FileAccess.Write);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"cannot write to `{shownPath}`: {GuardedStream.ReasonOf(exception)}");
        }
    }
}
