namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The names of Korean syllables: a consonant or none, a vowel, a consonant or none (The Unicode Standard §3.12).</summary>
internal static class HangulSyllable
{
    private const int First = 0xAC00;

    private static readonly string[] Leading =
        ["G", "GG", "N", "D", "DD", "R", "M", "B", "BB", "S", "SS", "", "J", "JJ", "C", "K", "T", "P", "H"];

    private static readonly string[] Vowels =
    [
        "A", "AE", "YA", "YAE", "EO", "E", "YEO", "YE", "O", "WA", "WAE", "OE", "YO", "U", "WEO", "WE", "WI", "YU", "EU", "YI", "I",
    ];

    private static readonly string[] Trailing =
    [
        "", "G", "GG", "GS", "N", "NJ", "NH", "D", "L", "LG", "LM", "LB", "LS", "LT", "LP", "LH", "M", "B", "BS", "S", "SS", "NG", "J",
        "C", "K", "T", "P", "H",
    ];

    /// <summary>The syllable that is written in capital letters so; -1 when there is none.</summary>
    public static int Find(ReadOnlySpan<char> name)
    {
        var leading = TakeLongest(Leading, ref name);
        var vowel = TakeLongest(Vowels, ref name);
        var trailing = TakeLongest(Trailing, ref name);
        return vowel >= 0 && name.IsEmpty ? First + (((leading * Vowels.Length) + vowel) * Trailing.Length) + trailing : -1;
    }

    private static int TakeLongest(string[] parts, ref ReadOnlySpan<char> name)
    {
        var found = -1;
        for (var i = 0; i < parts.Length; i++)
        {
            if (name.StartsWith(parts[i]) && (found < 0 || parts[i].Length > parts[found].Length))
            {
                found = i;
            }
        }

        name = found < 0 ? name : name[parts[found].Length..];
        return found;
    }
}
