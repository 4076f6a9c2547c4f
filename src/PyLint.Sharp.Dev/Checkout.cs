namespace PyLint.Sharp.Dev;

/// <summary>Finds the repository to work in.</summary>
internal static class Checkout
{
    /// <summary>The nearest folder above the current one that holds <c>PyLint.Sharp.sln</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder != null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "PyLint.Sharp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException("run this inside a checkout of PyLint.Sharp");
    }
}
