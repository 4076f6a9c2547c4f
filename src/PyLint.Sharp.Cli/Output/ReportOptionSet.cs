using System.CommandLine;
using PyLint.Sharp.Cli.Verbs;
using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Cli.Output;

/// <summary>The options that say how much reports tell; what they don't say, the configuration may.</summary>
internal sealed class ReportOptionSet
{
    private readonly ValueOption explainLevel = Values.Option(ValueKind.Of(SettingTable.ExplainLevel), "--explain-level");
    private readonly ValueOption maxDiagnostics = Values.Option(ValueKind.CountOrNone, "--max-diagnostics");
    private readonly ValueOption sarifMaxResults = Values.Option(ValueKind.CountOrNone, "--sarif-max-results");

    public IReadOnlyList<Option> Options => [explainLevel, maxDiagnostics, sarifMaxResults];

    /// <summary>What else the command line says, and this.</summary>
    /// <exception cref="UsageException">A value means nothing.</exception>
    public SettingsLayer Read(ParseResult parsed, SettingsLayer layer)
    {
        layer = parsed.OverChoice(layer, explainLevel, SettingTable.ExplainLevel);
        layer = WithCount(layer, parsed, maxDiagnostics, SettingTable.MaxDiagnostics);
        return WithCount(layer, parsed, sarifMaxResults, SettingTable.SarifMaxResults);
    }

    private static SettingsLayer WithCount(SettingsLayer layer, ParseResult parsed, Option<string[]> option, Setting<int> setting)
    {
        if (parsed.Last(option) is not { } word)
        {
            return layer;
        }

        return CountType.TryParse(word, out var count)
            ? layer.With(setting, count, Origin.CommandLine(option.Name))
            : throw new UsageException($"`{option.Name}` takes a whole number from 1 on, or none, not `{word}`");
    }
}
