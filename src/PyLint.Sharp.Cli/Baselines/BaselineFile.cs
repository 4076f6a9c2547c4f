using System.Globalization;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>Where a baseline is kept.</summary>
internal sealed class BaselineFile
{
    public const string DefaultName = "pylint-sharp-baseline.json";

    private readonly string folder;

    /// <param name="fullPath">The file, whether it exists or not.</param>
    /// <param name="shownPath">How messages call it.</param>
    public BaselineFile(string fullPath, string shownPath) => (FullPath, ShownPath, folder) = (fullPath, shownPath, Path.GetDirectoryName(fullPath)!);

    public string FullPath { get; }

    public string ShownPath { get; }

    /// <summary>The file of the default name in a folder or the nearest one above; where there is none, the one to create.</summary>
    public static BaselineFile Nearest(string currentDirectory)
    {
        for (var folder = currentDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, DefaultName)))
            {
                var path = Path.Combine(folder, DefaultName);
                return new BaselineFile(path, Path.GetRelativePath(currentDirectory, path).Replace(Path.DirectorySeparatorChar, '/'));
            }
        }

        return new BaselineFile(Path.Combine(currentDirectory, DefaultName), DefaultName);
    }

    /// <summary>What entries call a file.</summary>
    public string PathOf(string fullPath) => Path.GetRelativePath(folder, fullPath).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Where the file of an entry is.</summary>
    public string FullPathOf(BaselineEntry entry) => Path.GetFullPath(entry.Path, folder);

    /// <summary>The entries.</summary>
    /// <exception cref="UsageException">There is no such file, or it is no baseline.</exception>
    public List<BaselineEntry> Read()
    {
        var (bytes, problem) = ConfigurationSource.Open(FullPath);
        if (bytes is null)
        {
            throw new UsageException(problem is null
                ? $"there is no baseline `{ShownPath}`; `pylint-sharp baseline create` makes one"
                : $"cannot read the baseline `{ShownPath}`: {problem}");
        }

        try
        {
            return BaselineJson.Read(bytes);
        }
        catch (BaselineException exception)
        {
            var text = SourceText.From(Host.Utf8.GetString(bytes).TrimStart('\uFEFF'));
            var before = Host.Utf8.GetCharCount(bytes.AsSpan(bytes.Length - BytesWithoutMark(bytes), exception.Offset));
            var position = text.PositionOf(Math.Min(before, text.Length));
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{ShownPath}:{position.Line}:{position.Column}: {exception.Message}"));
        }
    }

    /// <summary>Puts the entries in the place of what is there; whoever looks finds the old file or the new one.</summary>
    /// <exception cref="UsageException">The file cannot be written.</exception>
    public void Write(IEnumerable<BaselineEntry> entries)
    {
        using var target = OutputTarget.File(FullPath, ShownPath);
        target.Stream.Write(BaselineJson.Write(entries));
        target.Complete();
    }

    private static int BytesWithoutMark(byte[] bytes) => bytes.Length - (bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
}
