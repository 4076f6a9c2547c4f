using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Documents;

/// <summary>A value of TOML 1.0 (https://toml.io/en/v1.0.0) and where it stands.</summary>
/// <param name="Span">The text of the value; of a table with a header of its own, the header.</param>
public abstract record TomlValue(TextSpan Span)
{
    /// <summary>What the value is, as a message calls it: <c>a string</c>, <c>an array</c>, ….</summary>
    public abstract string KindName { get; }
}

/// <summary>A string of any of the four notations, escapes resolved.</summary>
public sealed record TomlString(TextSpan Span, string Value) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a string";
}

/// <summary>A whole number of 64 bits.</summary>
public sealed record TomlInteger(TextSpan Span, long Value) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "an integer";
}

/// <summary>An IEEE 754 number of 64 bits; may be infinite, or no number.</summary>
public sealed record TomlFloat(TextSpan Span, double Value) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a float";
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record TomlBoolean(TextSpan Span, bool Value) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a boolean";
}

/// <summary>Which of its parts a date and time has.</summary>
public enum TomlTimeKind
{
    /// <summary>Date, time and offset from UTC.</summary>
    OffsetDateTime,

    /// <summary>Date and time of an unknown time zone.</summary>
    LocalDateTime,

    /// <summary>A day.</summary>
    LocalDate,

    /// <summary>A time of any day.</summary>
    LocalTime,
}

/// <summary>A date, a time, or both, in the notation of RFC 3339: with <c>T</c> between the two, and <c>Z</c> for UTC.</summary>
public sealed record TomlTime(TextSpan Span, TomlTimeKind Kind, string Value) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "a date or time";
}

/// <summary>An array, or the elements of all <c>[[headers]]</c> of one name.</summary>
public sealed record TomlArray(TextSpan Span, IReadOnlyList<TomlValue> Items) : TomlValue(Span)
{
    /// <inheritdoc/>
    public override string KindName => "an array";
}
