using Microsoft.Extensions.Logging;

namespace PyLint.Sharp.Cli.Logging;

/// <summary>What <c>--verbose</c> tells.</summary>
internal static partial class CheckLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "rules that run: {Rules}")]
    public static partial void Selected(this ILogger logger, int rules);

    [LoggerMessage(Level = LogLevel.Information, Message = "files found: {Files} in {Milliseconds:F1} ms")]
    public static partial void Discovered(this ILogger logger, int files, double milliseconds);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Path}: findings: {Findings} in {Milliseconds:F1} ms")]
    public static partial void Checked(this ILogger logger, string path, int findings, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} could not be checked")]
    public static partial void Crashed(this ILogger logger, string path, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path}: {Rule} crashed")]
    public static partial void RuleCrashed(this ILogger logger, string path, string rule, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "files checked: {Files} on {Threads} threads in {Milliseconds:F1} ms")]
    public static partial void Finished(this ILogger logger, int files, int threads, double milliseconds);
}
