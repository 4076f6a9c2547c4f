using System.Text;
using PyLint.Sharp.Configuration.Files;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Configuration.Tests.Files;

/// <summary>Files that exist only here; the program was started in <c>/p</c>.</summary>
internal sealed class Project
{
    private readonly Dictionary<string, byte[]> files = [];

    public HashSet<string> Unreadable { get; } = [];

    public List<string> Opened { get; } = [];

    public ConfigurationRequest Request { get; set; } = new() { CurrentDirectory = "/p", ToolVersion = "1.5.0" };

    public Project With(string path, string content) => With(path, Encoding.UTF8.GetBytes(content));

    public Project With(string path, byte[] content)
    {
        files[path] = content;
        return this;
    }

    public ConfigurationResolver Resolve() => new(Open, ToyRule.Catalog, Request);

    /// <summary>The value of a setting in a folder and who says so, or all errors.</summary>
    public string Describe(Setting setting, string folder = "/p")
    {
        var resolver = Resolve();
        if (resolver.For(folder) is not { } settings)
        {
            return string.Join('\n', resolver.Errors);
        }

        var (text, origin) = settings.Describe(setting);
        return $"{text ?? "none"} # {origin}";
    }

    /// <summary>The errors of one file.</summary>
    public static string ErrorsOf(string content) => new Project().With("/p/pylint-sharp.toml", content).Describe(SettingTable.Profile);

    private (byte[]? Bytes, string? Problem) Open(string path)
    {
        Opened.Add(path);
        return Unreadable.Contains(path) ? (null, "permission denied") : (files.GetValueOrDefault(path), null);
    }
}
