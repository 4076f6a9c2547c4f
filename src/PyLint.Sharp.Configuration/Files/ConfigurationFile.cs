using System.Collections.Immutable;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Configuration.Files;

/// <summary>A file with settings, and all that it extends.</summary>
/// <param name="Path">The file.</param>
/// <param name="Layer">What they say together; nothing when there is an error.</param>
/// <param name="Errors">What is wrong with any of them.</param>
public sealed record ConfigurationFile(string Path, SettingsLayer Layer, ImmutableArray<ConfigurationError> Errors);

/// <summary>Reads files with settings.</summary>
/// <param name="source">Opens files.</param>
/// <param name="catalog">The rules that exist.</param>
/// <param name="request">What the user wants.</param>
internal sealed class ConfigurationFileReader(FileSource source, RuleCatalog catalog, ConfigurationRequest request)
{
    public const string ProjectFile = "pyproject.toml";
    private const string ToolName = "pylint-sharp";

    /// <summary>Opens a file; null when there is none, or it is a project file without a table for us.</summary>
    /// <param name="path">The file.</param>
    /// <param name="folder">Where relative paths in it start.</param>
    public ConfigurationFile? Read(string path, string folder) => Read(path, folder, ImmutableList<string>.Empty);

    private ConfigurationFile? Read(string path, string folder, ImmutableList<string> extending)
    {
        var (bytes, problem) = source(path);
        if (bytes is null)
        {
            return problem is null ? null : Failed(path, new ConfigurationError(Shown(path), null, $"cannot read it: {problem}"));
        }

        var document = TomlDocument.Read(bytes, Shown(path));
        if (document.Error is { } error)
        {
            return Failed(path, new ConfigurationError(document.Text.Path, document.Text.PositionOf(error.Span.Start), error.Message));
        }

        var isProject = System.IO.Path.GetFileName(path) == ProjectFile;
        if (!isProject)
        {
            return Read(path, folder, document, document.Root, extending);
        }

        if (!document.Root.TryGet("tool", out var tool) || tool is not TomlTable tools || !tools.TryGet(ToolName, out var ours))
        {
            return null;
        }

        return ours is TomlTable table
            ? Read(path, folder, document, table, extending)
            : Failed(path, new ConfigurationError(document.Text.Path, document.Text.PositionOf(ours.Span.Start), $"`tool.{ToolName}` must be a table, not {ours.KindName}"));
    }

    private ConfigurationFile Read(string path, string folder, TomlDocument document, TomlTable table, ImmutableList<string> extending)
    {
        var context = new ReadContext(document.Text, folder, catalog);
        var layer = SettingsReader.Read(table, context);
        CheckVersion(layer, context);
        var inherited = Extended(layer, path, folder, context, extending.Add(path));
        ImmutableArray<ConfigurationError> errors = [.. context.Errors, .. inherited?.Errors ?? []];
        if (!errors.IsEmpty)
        {
            return Failed(path, [.. errors]);
        }

        var merged = inherited is null ? layer : layer.Over(inherited.Layer);
        return new ConfigurationFile(path, WithTarget(merged, path, document), []);
    }

    private void CheckVersion(SettingsLayer layer, ReadContext context)
    {
        if (layer.Values.TryGetValue(SettingTable.RequiredVersion, out var value)
            && value.Value is VersionRequirement requirement && !requirement.Accepts(request.ToolVersion))
        {
            context.Report(value.Origin, $"this is pylint-sharp {request.ToolVersion}, but `required-version` is `{requirement.Text}`");
        }
    }

    private ConfigurationFile? Extended(SettingsLayer layer, string path, string folder, ReadContext context, ImmutableList<string> extending)
    {
        if (!layer.Values.TryGetValue(SettingTable.Extend, out var value))
        {
            return null;
        }

        var target = System.IO.Path.GetFullPath((string)value.Value, folder);
        if (extending.Contains(target))
        {
            var circle = string.Join(" → ", extending.SkipWhile(file => file != target).Append(target).Select(file => $"`{Shown(file)}`"));
            context.Report(value.Origin, $"files extend each other in a circle: {circle}");
            return null;
        }

        var found = Read(target, System.IO.Path.GetDirectoryName(target)!, extending);
        if (found is null)
        {
            context.Report(value.Origin, $"`extend` names `{Shown(target)}`, which does not exist or has no settings for us");
        }

        return found;
    }

    /// <summary>Without a target of its own a configuration has the one of the project in its folder.</summary>
    private SettingsLayer WithTarget(SettingsLayer layer, string path, TomlDocument document)
    {
        if (layer.Values.ContainsKey(SettingTable.TargetVersion))
        {
            return layer;
        }

        var project = System.IO.Path.GetFileName(path) == ProjectFile ? document : Project(System.IO.Path.GetDirectoryName(path)!);
        if (project is null || !project.Root.TryGet("project", out var metadata) || metadata is not TomlTable table
            || !table.TryGet("requires-python", out var value) || value is not TomlString text
            || VersionRequirement.Parse(text.Value)?.LowerBound is not { } bound)
        {
            return layer;
        }

        var version = new PythonVersion(bound.Major, bound.Minor);
        version = version < SettingTable.OldestTarget ? SettingTable.OldestTarget : version;
        var origin = new Origin("file", project.Text.Path, project.Text.PositionOf(value.Span.Start));
        return version > SettingTable.NewestTarget ? layer : layer.With(SettingTable.TargetVersion, version, origin);
    }

    private TomlDocument? Project(string folder)
    {
        var path = System.IO.Path.Combine(folder, ProjectFile);
        return source(path).Bytes is { } bytes ? TomlDocument.Read(bytes, Shown(path)) : null;
    }

    /// <summary>As results name files: from the current folder when it is below it, with <c>/</c>.</summary>
    private string Shown(string path)
    {
        var relative = System.IO.Path.GetRelativePath(request.CurrentDirectory, path);
        var shown = relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
        return shown.Replace(System.IO.Path.DirectorySeparatorChar, '/');
    }

    private static ConfigurationFile Failed(string path, params ImmutableArray<ConfigurationError> errors) => new(path, SettingsLayer.Empty, errors);
}
