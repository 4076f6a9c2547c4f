using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Documents;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Makes settings of a table, and reports what is no setting.</summary>
internal sealed class SettingsReader(ReadContext context)
{
    private const string RulesTable = "rules";

    private SettingsLayer layer = SettingsLayer.Empty;

    /// <summary>Reads a table with all its keys; the errors are in the context.</summary>
    public static SettingsLayer Read(TomlTable table, ReadContext context)
    {
        var reader = new SettingsReader(context);
        reader.ReadKeys(table, "");
        return reader.layer;
    }

    private void ReadKeys(TomlTable table, string prefix)
    {
        foreach (var (key, value) in table.Entries)
        {
            var path = prefix + key.Text;
            if (Find(path) is { } setting)
            {
                if (setting.Read(key, value, context) is { } read)
                {
                    layer = layer with { Values = layer.Values.SetItem(setting, new SettingValue(read, context.OriginOf(key))) };
                }
            }
            else if (path == RulesTable || SettingTable.All.Any(known => known.Key.StartsWith(path + ".", StringComparison.Ordinal)))
            {
                ReadTable(key, value, path);
            }
            else
            {
                context.Report(key.Span, $"unknown key `{path}`{SuggestionFor(key.Text, prefix)}");
            }
        }
    }

    private void ReadTable(TomlKey key, TomlValue value, string path)
    {
        if (value is not TomlTable table)
        {
            context.Report(key.Span, $"`{key.Text}` must be a table, not {value.KindName}");
        }
        else if (path == RulesTable)
        {
            ReadRules(table);
        }
        else
        {
            ReadKeys(table, path + ".");
        }
    }

    private void ReadRules(TomlTable table)
    {
        foreach (var (key, value) in table.Entries)
        {
            var found = context.Catalog.Find(key.Text);
            if (found.IsEmpty)
            {
                context.Report(key.Span, RuleSelector.ProblemOf(key.Text, context.Catalog) ?? $"`{key.Text}` is no single rule");
            }
            else if (found.Length > 1)
            {
                context.Report(key.Span, $"`{key.Text}` means several rules: {string.Join(", ", found.Select(rule => $"`{rule.Code}`"))}");
            }
            else if (value is TomlTable options)
            {
                ReadOptions(found[0], options);
            }
            else
            {
                context.Report(key.Span, $"`{key.Text}` must be a table, not {value.KindName}");
            }
        }
    }

    private void ReadOptions(RuleDescriptor rule, TomlTable table)
    {
        foreach (var (key, value) in table.Entries)
        {
            if (rule.Options.FirstOrDefault(option => option.Name == key.Text) is { } option)
            {
                if (RuleOptionSetting.Of(rule, option).Read(key, value, context) is { } read)
                {
                    layer = layer with { Options = layer.Options.SetItem(option, new SettingValue(read, context.OriginOf(key))) };
                }
            }
            else
            {
                context.Report(key.Span, $"{rule.Code} has no option `{key.Text}`{Meant(key.Text, rule.Options.Select(known => known.Name))}");
            }
        }
    }

    private static Setting? Find(string path) => SettingTable.All.FirstOrDefault(setting => setting.Key == path);

    /// <summary>A key that exists elsewhere by this name, or one here that is nearly called so.</summary>
    private static string SuggestionFor(string name, string prefix)
    {
        var elsewhere = SettingTable.All.FirstOrDefault(setting => setting.Key.EndsWith("." + name, StringComparison.Ordinal) || setting.Key == name);
        return elsewhere is not null
            ? $"; did you mean `{elsewhere.Key}`?"
            : Meant(prefix + name, [.. SettingTable.All.Select(setting => setting.Key), RulesTable, "lint"]);
    }

    private static string Meant(string word, IEnumerable<string> candidates) =>
        DidYouMean.Closest(word, candidates) is { } close ? $"; did you mean `{close}`?" : "";
}
