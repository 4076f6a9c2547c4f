using System.Globalization;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>Values as Python's <c>repr</c> shows them.</summary>
public static class PythonRepr
{
    /// <summary>
    /// A float: the shortest digits that read back as the same value, with an exponent from 1e16 and below 1e-4.
    /// </summary>
    public static string Float(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        }

        var sign = double.IsNegative(value) ? "-" : "";
        var (digits, exponent) = Shortest(Math.Abs(value));
        if (exponent is >= 16 or < -4)
        {
            var rest = digits.Length > 1 ? "." + digits[1..] : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{rest}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        var whole = digits.PadRight(exponent + 1, '0');
        var fraction = whole.Length > exponent + 1 ? whole[(exponent + 1)..] : "0";
        return $"{sign}{whole[..(exponent + 1)]}.{fraction}";
    }

    /// <summary>The significant digits, and the power of ten of the first one.</summary>
    private static (string Digits, int Exponent) Shortest(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture).AsSpan();
        var exponent = 0;
        if (text.IndexOf('E') is var e && e >= 0)
        {
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }

        var point = text.IndexOf('.') is var found && found >= 0 ? found : text.Length;
        var digits = string.Concat(text[..point], point < text.Length ? text[(point + 1)..] : "");
        var significant = digits.TrimStart('0');
        return significant.Length == 0
            ? ("0", 0)
            : (significant.TrimEnd('0'), exponent + point - 1 - (digits.Length - significant.Length));
    }
}
