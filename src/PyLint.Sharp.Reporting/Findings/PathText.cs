namespace PyLint.Sharp.Reporting.Findings;

/// <summary>Reckons with paths as text, without looking at any disk; they are written with <c>/</c>.</summary>
internal static class PathText
{
    /// <summary>The path without <c>.</c>, empty parts, and <c>..</c> wherever there is something to go back from.</summary>
    public static string Normalize(string path)
    {
        var root = IsAbsolute(path) ? path[..(path.IndexOf('/', StringComparison.Ordinal) + 1)] : "";
        var kept = new List<string>();
        foreach (var part in path[root.Length..].Split('/'))
        {
            if (part == ".." && (kept.Count > 0 ? kept[^1] != ".." : root.Length > 0))
            {
                kept.RemoveRange(Math.Max(0, kept.Count - 1), Math.Min(1, kept.Count));
            }
            else if (part is not ("" or "."))
            {
                kept.Add(part);
            }
        }

        return root + string.Join('/', kept);
    }

    /// <summary>True for <c>/home/x</c> and <c>C:/x</c>.</summary>
    public static bool IsAbsolute(string path) =>
        path.StartsWith('/') || (path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/');
}
