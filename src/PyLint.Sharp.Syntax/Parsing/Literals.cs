using System.Globalization;
using System.Numerics;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The values of literals (Language Reference §2.4).</summary>
internal static partial class Literals
{
    /// <summary>CPython refuses longer decimal integers, because their conversion takes quadratic time.</summary>
    private const int MaxDecimalDigits = 4300;

    private static readonly object[] SmallIntegers = CreateSmallIntegers();

    /// <summary>A <see cref="BigInteger"/>, <see cref="double"/> or <see cref="Complex"/>.</summary>
    public static object Number(ReadOnlySpan<char> text, TextSpan span, SyntaxErrorList errors)
    {
        if (text.Length == 1)
        {
            return SmallIntegers[text[0] - '0'];
        }

        Span<char> digits = text.Length <= 64 ? stackalloc char[text.Length] : new char[text.Length];
        digits = digits[..CopyWithout('_', text, digits)];
        var radix = digits.Length > 1 && digits[0] == '0' ? char.ToLowerInvariant(digits[1]) : '\0';
        if (radix is 'x' or 'o' or 'b')
        {
            return PowerOfTwo(digits[2..], radix switch { 'x' => 4, 'o' => 3, _ => 1 });
        }

        if (digits[^1] is 'j' or 'J')
        {
            return new Complex(0, Float(digits[..^1]));
        }

        if (digits.IndexOfAnyExceptInRange('0', '9') >= 0)
        {
            return Float(digits);
        }

        return Integer(digits, span, errors);
    }

    private static object[] CreateSmallIntegers()
    {
        var values = new object[257];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = new BigInteger(i);
        }

        return values;
    }

    private static int CopyWithout(char removed, ReadOnlySpan<char> text, Span<char> target)
    {
        var count = 0;
        foreach (var c in text)
        {
            if (c != removed)
            {
                target[count++] = c;
            }
        }

        return count;
    }

    private static object Integer(ReadOnlySpan<char> digits, TextSpan span, SyntaxErrorList errors)
    {
        if (digits.Length > MaxDecimalDigits)
        {
            errors.Add(span, $"a decimal integer of {digits.Length} digits; Python converts at most {MaxDecimalDigits}, write it in hexadecimal");
            return BigInteger.Zero;
        }

        if (long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var small))
        {
            return small < SmallIntegers.Length ? SmallIntegers[small] : new BigInteger(small);
        }

        return BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>Bits into bytes, in time that grows with the length.</summary>
    private static object PowerOfTwo(ReadOnlySpan<char> digits, int bits)
    {
        var bytes = new byte[(digits.Length * bits / 8) + 2];
        var bit = 0;
        for (var i = digits.Length - 1; i >= 0; i--, bit += bits)
        {
            var value = char.IsAsciiHexDigit(digits[i]) ? Convert.ToInt32(char.IsAsciiDigit(digits[i]) ? digits[i] - '0' : (digits[i] | 0x20) - 'a' + 10) : 0;
            var shifted = value << (bit % 8);
            bytes[bit / 8] |= (byte)shifted;
            bytes[(bit / 8) + 1] |= (byte)(shifted >> 8);
        }

        var result = new BigInteger(bytes, isUnsigned: true);
        return result < SmallIntegers.Length ? SmallIntegers[(int)result] : result;
    }

    private static double Float(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;
}
