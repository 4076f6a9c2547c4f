using System.CommandLine;

namespace PyLint.Sharp.Cli.Fixing;

/// <summary>The options about fixes.</summary>
internal sealed class FixOptionSet
{
    private readonly Option<bool> fix = new("--fix");
    private readonly Option<bool> fixOnly = new("--fix-only");
    private readonly Option<bool> unsafeFixes = new("--unsafe-fixes");
    private readonly Option<bool> diff = new("--diff");
    private readonly Option<bool> showFixes = new("--show-fixes");
    private readonly Option<bool> exitNonZeroOnFix = new("--exit-non-zero-on-fix");

    public IReadOnlyList<Option> Options => [fix, fixOnly, unsafeFixes, diff, showFixes, exitNonZeroOnFix];

    public FixSettings Read(ParseResult parsed)
    {
        var (isDiff, isOnly) = (parsed.GetValue(diff), parsed.GetValue(fixOnly));
        return new FixSettings
        {
            Mode = isDiff ? FixMode.Diff : parsed.GetValue(fix) || isOnly ? FixMode.Write : FixMode.Off,
            AllowsUnsafe = parsed.GetValue(unsafeFixes),
            HidesRest = isDiff || isOnly,
            ShowsFixes = parsed.GetValue(showFixes),
            FailsOnFix = isDiff || parsed.GetValue(exitNonZeroOnFix),
        };
    }
}
