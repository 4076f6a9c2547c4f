using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Configuration.Files;

/// <summary>
/// Finds the settings of each folder. The nearest file counts, without the ones above it: in a folder <c>.pylint-sharp.toml</c>, then
/// <c>pylint-sharp.toml</c>, then <c>pyproject.toml</c> if it has a table <c>[tool.pylint-sharp]</c>. Not for several threads at a time.
/// </summary>
public sealed class ConfigurationResolver
{
    private static readonly string[] Names = [".pylint-sharp.toml", "pylint-sharp.toml", ConfigurationFileReader.ProjectFile];

    private readonly ConfigurationRequest request;
    private readonly RuleCatalog catalog;
    private readonly ConfigurationFileReader reader;
    private readonly SettingsLayer commandLine;
    private readonly ImmutableArray<ConfigurationError> requestErrors;

    /// <summary>The file to use for everything; null when there is none, or files are looked for.</summary>
    private readonly ConfigurationFile? fixedFile;
    private readonly Dictionary<string, ConfigurationFile?> byFolder = new(StringComparer.Ordinal);
    private readonly Dictionary<ConfigurationFile, EffectiveSettings> settings = new(ReferenceEqualityComparer.Instance);
    private readonly EffectiveSettings withoutFile;

    /// <summary>Reads what the command line says, and the file that it names.</summary>
    public ConfigurationResolver(FileSource source, RuleCatalog catalog, ConfigurationRequest request)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(request);
        (this.request, this.catalog) = (request, catalog);
        reader = new ConfigurationFileReader(source, catalog, request);
        var errors = ImmutableArray.CreateBuilder<ConfigurationError>();
        commandLine = request.Options.Over(ReadOverrides(errors));
        fixedFile = request is { IsIsolated: false, ConfigFile: { } path } ? ReadNamed(path) : null;
        errors.AddRange(fixedFile?.Errors ?? []);
        requestErrors = errors.ToImmutable();
        withoutFile = new EffectiveSettings(SettingsLayer.Empty, commandLine);
    }

    /// <summary>
    /// What is wrong so far, each once: with the command line, and with the files that were looked at. A file with an error says nothing.
    /// </summary>
    public IEnumerable<ConfigurationError> Errors =>
        requestErrors.Concat(byFolder.Values.OfType<ConfigurationFile>().Distinct().SelectMany(file => file.Errors)).Distinct();

    /// <summary>The settings for what is in a folder, or null when its file has an error.</summary>
    public EffectiveSettings? For(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!requestErrors.IsEmpty)
        {
            return null;
        }

        var file = fixedFile ?? (request.IsIsolated ? null : Nearest(folder));
        if (file is null)
        {
            return withoutFile;
        }

        if (!file.Errors.IsEmpty)
        {
            return null;
        }

        if (!settings.TryGetValue(file, out var known))
        {
            settings[file] = known = new EffectiveSettings(file.Layer, commandLine);
        }

        return known;
    }

    /// <summary>The folder of the file that counts for a folder; null when that doesn't lie there or above, or files are not looked for.</summary>
    public string? RootOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var found = fixedFile is null && !request.IsIsolated ? Nearest(folder) : null;
        return found is null || found.Path == request.UserFile ? null : Path.GetDirectoryName(found.Path);
    }

    /// <summary>Folders on the way up are remembered, so a tree costs one look at each of its folders.</summary>
    private ConfigurationFile? Nearest(string folder)
    {
        var passed = new List<string>();
        ConfigurationFile? found = null;
        string? current = folder;
        while (current is not null && !byFolder.TryGetValue(current, out found) && (found = In(current)) is null)
        {
            passed.Add(current);
            current = Path.GetDirectoryName(current);
        }

        if (current is null && request.UserFile is { } user)
        {
            found = byFolder.TryGetValue(user, out var known) ? known : reader.Read(user, Path.GetDirectoryName(user)!);
            byFolder[user] = found;
        }

        passed.ForEach(below => byFolder[below] = found);
        if (current is not null)
        {
            byFolder[current] = found;
        }

        return found;
    }

    private ConfigurationFile? In(string folder)
    {
        foreach (var name in Names)
        {
            if (reader.Read(Path.Combine(folder, name), folder) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private ConfigurationFile ReadNamed(string path)
    {
        var fullPath = Path.GetFullPath(path, request.CurrentDirectory);
        return reader.Read(fullPath, request.CurrentDirectory)
            ?? new ConfigurationFile(fullPath, SettingsLayer.Empty, [new ConfigurationError(path, null, "no such file, or no settings for us in it")]);
    }

    private SettingsLayer ReadOverrides(ImmutableArray<ConfigurationError>.Builder errors)
    {
        var layer = SettingsLayer.Empty;
        foreach (var text in request.Overrides)
        {
            var document = TomlDocument.Read(Encoding.UTF8.GetBytes(text), $"--config {text}");
            if (document.Error is { } error)
            {
                errors.Add(new ConfigurationError(document.Text.Path, document.Text.PositionOf(error.Span.Start), error.Message));
                continue;
            }

            var context = new ReadContext(document.Text, request.CurrentDirectory, catalog);
            layer = WithOrigin(SettingsReader.Read(document.Root, context), Origin.CommandLine(document.Text.Path)).Over(layer);
            errors.AddRange(context.Errors);
        }

        return layer;
    }

    private static SettingsLayer WithOrigin(SettingsLayer layer, Origin origin) => new()
    {
        Values = layer.Values.SetItems(layer.Values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { Origin = origin }))),
        Options = layer.Options.SetItems(layer.Options.Select(entry => KeyValuePair.Create(entry.Key, entry.Value with { Origin = origin }))),
    };
}
