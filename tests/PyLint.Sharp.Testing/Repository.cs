namespace PyLint.Sharp.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
/// <remarks>Found from where the tests lie: paths that the compiler records are rewritten in a deterministic build.</remarks>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder given from the root, with forward slashes.</summary>
    public static string PathOf(string relativePath) => Path.GetFullPath(Path.Combine(Root, relativePath));

    /// <summary>The text of a file given from the root, with LF line ends whatever the checkout made of them.</summary>
    public static string ReadText(string relativePath) => File.ReadAllText(PathOf(relativePath)).ReplaceLineEndings("\n");

    /// <summary>The files under a folder, from the root and with forward slashes, without what builds leave behind; sorted.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern = "*") =>
        [.. Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)];

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PyLint.Sharp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No PyLint.Sharp.sln above {AppContext.BaseDirectory}: tests run from inside a checkout.");
    }
}
