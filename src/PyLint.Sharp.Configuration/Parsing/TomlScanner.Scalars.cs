using System.Globalization;
using System.Text.RegularExpressions;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

internal sealed partial class TomlScanner
{
    private const string WordEnds = " \t\n\r,[]{}=#\"'";

    private Token Scalar()
    {
        var start = offset;
        SkipWord();
        // One space may stand between a date and its time.
        if (Here == ' ' && char.IsAsciiDigit(At(1)) && LocalDate().IsMatch(text.AsSpan(start, offset - start)))
        {
            offset++;
            SkipWord();
        }

        var span = new TextSpan(start, offset);
        return Value(ValueOf(text[start..offset], span), Toml.SCALAR);
    }

    private void SkipWord()
    {
        while (offset < text.Length && !WordEnds.Contains(Here, StringComparison.Ordinal))
        {
            offset++;
        }
    }

    private static TomlValue ValueOf(string word, TextSpan span)
    {
        switch (word)
        {
            case "true" or "false":
                return new TomlBoolean(span, word == "true");
            case "inf" or "+inf":
                return new TomlFloat(span, double.PositiveInfinity);
            case "-inf":
                return new TomlFloat(span, double.NegativeInfinity);
            case "nan" or "+nan" or "-nan":
                return new TomlFloat(span, double.NaN);
        }

        return (TomlValue?)Integer(word, span) ?? (TomlValue?)Float(word, span) ?? Time(word, span) ?? throw NoValue(word, span);
    }

    private static TomlInteger? Integer(string word, TextSpan span)
    {
        var isDecimal = DecimalInteger().IsMatch(word);
        if (!isDecimal && !PrefixedInteger().IsMatch(word))
        {
            return null;
        }

        var digits = word.Replace("_", "", StringComparison.Ordinal);
        var fits = isDecimal
            ? long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            : TryParsePrefixed(digits, out value);
        return fits ? new TomlInteger(span, value) : throw Wrong(span.Start, span.End, "the number does not fit into 64 bits");
    }

    private static bool TryParsePrefixed(string digits, out long value)
    {
        ulong number;
        var isValid = digits[1] switch
        {
            'x' => ulong.TryParse(digits.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number),
            'b' => ulong.TryParse(digits.AsSpan(2), NumberStyles.AllowBinarySpecifier, CultureInfo.InvariantCulture, out number),
            _ => TryParseOctal(digits.AsSpan(2), out number),
        };
        value = (long)Math.Min(number, long.MaxValue);
        return isValid && number <= long.MaxValue;
    }

    private static bool TryParseOctal(ReadOnlySpan<char> digits, out ulong value)
    {
        value = 0;
        foreach (var digit in digits)
        {
            if (value >> 61 != 0)
            {
                return false;
            }

            value = (value << 3) | (uint)(digit - '0');
        }

        return true;
    }

    private static TomlFloat? Float(string word, TextSpan span) => FloatNumber().IsMatch(word)
        ? new TomlFloat(span, double.Parse(word.Replace("_", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture))
        : null;

    private static TomlTime? Time(string word, TextSpan span)
    {
        var parts = DateAndTime().Match(word);
        if (!parts.Success)
        {
            return null;
        }

        var (date, time, zone) = (parts.Groups["date"].Value, parts.Groups["time"].Value, parts.Groups["zone"].Value.ToUpperInvariant());
        if (date.Length + time.Length == 0 || (zone.Length > 0 && date.Length * time.Length == 0))
        {
            return null;
        }

        RefuseWrongDate(date, span);
        RefuseWrongTime(time, span);
        RefuseWrongTime(zone.TrimStart('+', '-', 'Z'), span);
        var kind = date.Length == 0 ? TomlTimeKind.LocalTime
            : time.Length == 0 ? TomlTimeKind.LocalDate
            : zone.Length == 0 ? TomlTimeKind.LocalDateTime : TomlTimeKind.OffsetDateTime;
        return new TomlTime(span, kind, date.Length * time.Length == 0 ? date + time : $"{date}T{time}{zone}");
    }

    private static void RefuseWrongDate(string date, TextSpan span)
    {
        // .NET has no year 0, a leap year like 2000.
        var known = date.StartsWith("0000", StringComparison.Ordinal) ? $"2000{date[4..]}" : date;
        if (date.Length > 0 && !DateOnly.TryParseExact(known, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            throw Wrong(span.Start, span.End, $"there is no day {date}");
        }
    }

    /// <summary>Seconds go up to 60: RFC 3339 has leap seconds.</summary>
    private static void RefuseWrongTime(string time, TextSpan span)
    {
        var isWrong = time.Length > 0
            && (NumberAt(time, 0) > 23 || NumberAt(time, 3) > 59 || (time.Length > 5 && NumberAt(time, 6) > 60));
        if (isWrong)
        {
            throw Wrong(span.Start, span.End, $"there is no time {time}");
        }
    }

    private static int NumberAt(string time, int start) => int.Parse(time.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);

    private static TomlException NoValue(string word, TextSpan span)
    {
        var quoted = TomlMessages.Quote(word);
        var message = word switch
        {
            "" => "expected a value",
            _ when word.Equals("true", StringComparison.OrdinalIgnoreCase) || word.Equals("false", StringComparison.OrdinalIgnoreCase) =>
                $"{quoted} is no value; did you mean `{word.ToLowerInvariant()}`?",
            _ when char.IsAsciiLetter(word[0]) => $"{quoted} is no value; a string needs quotes",
            _ when LeadingZero().IsMatch(word) => $"{quoted} is no number; a decimal number does not start with 0",
            _ => $"{quoted} is no number, date or time of TOML",
        };
        return Wrong(span.Start, span.End, message);
    }

    [GeneratedRegex(@"\A[+-]?(0|[1-9](_?[0-9])*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalInteger();

    [GeneratedRegex(@"\A0(x[0-9A-Fa-f](_?[0-9A-Fa-f])*|o[0-7](_?[0-7])*|b[01](_?[01])*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex PrefixedInteger();

    [GeneratedRegex(
        @"\A[+-]?(0|[1-9](_?[0-9])*)((\.[0-9](_?[0-9])*)([eE][+-]?[0-9](_?[0-9])*)?|[eE][+-]?[0-9](_?[0-9])*)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex FloatNumber();

    [GeneratedRegex(
        @"\A(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})?((?(date)[Tt ])(?<time>[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?)(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2})?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DateAndTime();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalDate();

    [GeneratedRegex(@"\A[+-]?0[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingZero();
}
