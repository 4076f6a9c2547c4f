using System.Text;

namespace PyLint.Sharp.Cli.Tests.Files;

/// <summary>A random tree of files with random ignore files, the same for the same seed.</summary>
internal sealed class IgnoreTree(int seed, string root)
{
    private static readonly string[] Names = ["a", "b", "ab", "foo", "foobar", "a.py", "b.py", "foo.py", "x y", "#a", "!b", "é", "ba", "a b.py", "[a]", "c-d"];

    private static readonly string[] Wild =
        ["*", "**", "?", "/", "/", "/**/", "**/", "/**", "[ab]", "[!a]", "[^b]", "[a-f]", "[[:alpha:]]", "[[:punct:][:space:]]", "[]a]", "[a-]", "[\\]a]", "[é]", "\\", "\\ ", " ", "\\#", "\\!", "!", "#", "[", "]", "[[:no:]]", "***", "[--f]", "[b-a]", "[[:a]", "\t"];

    private readonly Random random = new(seed);
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> folders = new(StringComparer.Ordinal) { "" };

    public IReadOnlyCollection<string> Files => files;

    public void CreateFiles()
    {
        for (var i = 0; i < 60; i++)
        {
            AddPath();
        }

        foreach (var folder in folders)
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (var file in files)
        {
            File.WriteAllText(Path.Combine(root, file), "x = 1\n");
        }

        foreach (var folder in folders)
        {
            if (folder.Length == 0 || random.Next(3) == 0)
            {
                WritePatterns(Path.Combine(root, folder, ".gitignore"));
            }
        }
    }

    /// <summary>Makes a repository of the tree, with rules of its own and of its user.</summary>
    public void CreateRepository(string home)
    {
        foreach (var folder in new[] { "objects", "refs" })
        {
            Directory.CreateDirectory(Path.Combine(root, ".git", folder));
        }

        // What makes a repository; `git init` would take far longer.
        File.WriteAllText(Path.Combine(root, ".git", "HEAD"), "ref: refs/heads/main\n");
        WritePatterns(Path.Combine(root, ".git", "info", "exclude"));
        switch (seed % 3)
        {
            case 0:
                WritePatterns(Path.Combine(home, ".config", "git", "ignore"));
                break;
            case 1:
                WritePatterns(Path.Combine(home, "my excludes"));
                File.WriteAllText(Path.Combine(home, ".gitconfig"), "# none\n[user]\n\tname = x\n[Core]\n\teditor = \"vi\" ; or another\n\tExcludesFile = ~/my\\\n excludes # mine\n");
                break;
        }
    }

    private void AddPath()
    {
        var path = "";
        for (var depth = random.Next(4); depth > 0; depth--)
        {
            var next = Join(path, Pick(Names));
            if (files.Contains(next))
            {
                break;
            }

            folders.Add(path = next);
        }

        var file = Join(path, Pick(Names));
        if (!folders.Contains(file))
        {
            files.Add(file);
        }
    }

    private void WritePatterns(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = new StringBuilder(random.Next(10) == 0 ? "\ufeff" : "");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text.Append(random.Next(4) == 0 ? "!" : "").Append(random.Next(4) switch { 0 => Soup(), > 1 when files.Count > 0 => Damaged(), _ => Usual() });
            text.Append(random.Next(6) switch { 0 => "\r\n", 1 => " \n", 2 when i == 1 => "", _ => "\n" });
        }

        File.WriteAllText(path, text.ToString());
    }

    private string Soup()
    {
        var text = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            text.Append(Pick(random.Next(2) == 0 ? Wild : Names));
        }

        return text.ToString();
    }

    /// <summary>A path that exists, with a wildcard somewhere.</summary>
    private string Damaged()
    {
        var path = Pick([.. files]);
        var (start, length) = (random.Next(path.Length), random.Next(3));
        return path[..start] + Pick(Wild) + path[Math.Min(path.Length, start + length)..];
    }

    private string Usual() => random.Next(8) switch
    {
        0 => "*.py",
        1 => Pick(Names) + "/",
        2 => "/" + Pick(Names),
        3 => "**/" + Pick(Names),
        4 => Pick(Names) + "/**",
        5 => Pick(Names) + "/*",
        6 => Pick(Names) + "/**/" + Pick(Names),
        _ => Pick(Names),
    };

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
