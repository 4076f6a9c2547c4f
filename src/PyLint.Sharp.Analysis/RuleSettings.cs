using System.Collections.Immutable;

namespace PyLint.Sharp.Analysis;

/// <summary>What users change about the rules that run. Immutable.</summary>
public sealed record RuleSettings
{
    /// <summary>Everything as the rules have it.</summary>
    public static RuleSettings Default { get; } = new();

    /// <summary>The options that have another value than their default; the type of each value is that of its option.</summary>
    public ImmutableDictionary<RuleOption, object> Values { get; init; } = ImmutableDictionary<RuleOption, object>.Empty;

    /// <summary>By the code of a rule the severity of all its findings, whatever it says itself.</summary>
    public ImmutableDictionary<string, Severity> Severities { get; init; } = ImmutableDictionary<string, Severity>.Empty;

    /// <summary>
    /// By the code of a rule what its fixes promise, <see cref="FixSafety.Safe"/> or <see cref="FixSafety.Unsafe"/>, whatever it says
    /// itself; suggestions that are only shown stay such.
    /// </summary>
    public ImmutableDictionary<string, FixSafety> FixSafeties { get; init; } = ImmutableDictionary<string, FixSafety>.Empty;

    /// <summary>The value of an option.</summary>
    public T ValueOf<T>(RuleOption<T> option)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(option);
        return Values.TryGetValue(option, out var value) ? (T)value : option.Default;
    }

    /// <summary>A finding as the users want it.</summary>
    internal Diagnostic Apply(Diagnostic diagnostic)
    {
        var code = diagnostic.Descriptor.Code;
        var severity = Severities.GetValueOrDefault(code, diagnostic.Severity);
        var fix = diagnostic.Fix is { Safety: FixSafety.Safe or FixSafety.Unsafe } known
            ? known with { Safety = FixSafeties.GetValueOrDefault(code, known.Safety) }
            : diagnostic.Fix;
        return diagnostic with { Severity = severity, Fix = fix };
    }
}
