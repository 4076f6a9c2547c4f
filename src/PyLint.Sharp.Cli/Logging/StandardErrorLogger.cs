using Microsoft.Extensions.Logging;

namespace PyLint.Sharp.Cli.Logging;

/// <summary>Writes log messages to standard error, one line each, through the same sanitizer as all other output.</summary>
internal sealed class StandardErrorLogger(Host host) : ILoggerProvider, ILogger
{
    private readonly Lock gate = new();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var trace = exception is null ? "" : $" {exception}";
        lock (gate)
        {
            host.Say(WordOf(logLevel), formatter(state, exception) + trace.ReplaceLineEndings(" | "));
        }
    }

    public void Dispose()
    {
    }

    private static string WordOf(LogLevel level) => level switch
    {
        LogLevel.Trace or LogLevel.Debug => "debug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warning",
        _ => "error",
    };
}
