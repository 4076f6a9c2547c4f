using System.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// Messages with named places: in <c>`{name}` hides the built-in</c> the values fill the places in the order in which new names
/// appear, and a name that comes again repeats its value. Braces around anything but a word are text.
/// </summary>
internal static class MessageTemplate
{
    /// <summary>Fills a template.</summary>
    /// <exception cref="ArgumentException">The number of values is not the number of names.</exception>
    public static string Format(string template, ReadOnlySpan<string> values)
    {
        var output = new StringBuilder(template.Length + 32);
        var names = new List<string>();
        var rest = template.AsSpan();
        while (NextPlace(rest) is var (start, length) && length > 0)
        {
            output.Append(rest[..start]);
            var name = rest.Slice(start + 1, length - 2).ToString();
            var index = names.IndexOf(name);
            if (index < 0)
            {
                index = names.Count;
                names.Add(name);
            }

            if (index >= values.Length)
            {
                throw new ArgumentException($"no value for {{{name}}} of: {template}", nameof(values));
            }

            output.Append(values[index]);
            rest = rest[(start + length)..];
        }

        if (names.Count != values.Length)
        {
            throw new ArgumentException($"{values.Length} values for {names.Count} places of: {template}", nameof(values));
        }

        return output.Append(rest).ToString();
    }

    private static (int Start, int Length) NextPlace(ReadOnlySpan<char> text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (text[start] != '{')
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            if (end > start + 1 && end < text.Length && text[end] == '}')
            {
                return (start, end + 1 - start);
            }
        }

        return default;
    }
}
