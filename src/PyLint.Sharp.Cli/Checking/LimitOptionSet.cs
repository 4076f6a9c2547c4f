using System.CommandLine;
using System.Globalization;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Checking;

/// <summary>The options about what a file may cost, and what is told on the way.</summary>
internal sealed class LimitOptionSet
{
    private const double MostSeconds = 1_000_000;

    private readonly Option<string[]> timeout = Values.Option("--timeout-per-file");
    private readonly Option<string[]> maxSize = Values.Option("--max-file-size");
    private readonly Option<bool> timing = new("--timing");
    private readonly Option<bool> noProgress = new("--no-progress");

    public IReadOnlyList<Option> Options => [timeout, maxSize, timing, noProgress];

    /// <exception cref="UsageException">A value is no time or no size.</exception>
    public LimitSettings Read(ParseResult parsed) => new()
    {
        TimePerFile = parsed.Last(timeout) is { } seconds ? TimeOf(seconds) : null,
        MostBytes = parsed.Last(maxSize) is { } size ? BytesOf(size) : FileReader.MostBytes,
        ShowsProgress = !parsed.GetValue(noProgress),
        ShowsTiming = parsed.GetValue(timing),
    };

    private static TimeSpan TimeOf(string word) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException($"`--timeout-per-file` takes seconds, like 10 or 0.5, not `{word}`");

    /// <summary>A number of bytes, or of what its suffix stands for: 500k, 10M, 10MB and 10MiB count by 1024.</summary>
    private static int BytesOf(string word)
    {
        var number = word[..(word.AsSpan().LastIndexOfAnyInRange('0', '9') + 1)];
        var shift = word[number.Length..].ToUpperInvariant() switch
        {
            "" or "B" => 0,
            "K" or "KB" or "KIB" => 10,
            "M" or "MB" or "MIB" => 20,
            "G" or "GB" or "GIB" => 30,
            _ => -1,
        };
        return shift >= 0 && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && (long)count << shift <= Array.MaxLength
            ? count << shift
            : throw new UsageException($"`--max-file-size` takes a size below 2 GiB, like 500k or 10M, not `{word}`");
    }
}
