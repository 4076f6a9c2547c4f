using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Numbers, strings, bytes, formatted strings and templates (Language Reference §2.4 to §2.6).</summary>
internal static class LiteralGenerator
{
    private static readonly string[] Letters =
        ["a", "é", "🐍", " ", "#", "\\n", "\\\\", "\\'", "\\\"", "\\x41", "\\u00e9", "\\U0001F40D", "\\N{BULLET}", "\\101", "\\0", "\\d", "\\\n", "{{", "}}", "%s"];

    private static readonly string[] Bytes = ["a", " ", "#", "\\n", "\\\\", "\\'", "\\x00", "\\377", "\\u00e9", "\\N{", "\\\n", "{", "}"];

    private static readonly string[] RawLetters = ["a", "é", "\\d", "\\\\", "\\'", "\\\"", "\\N", "\\x", "\\u1", "{{", "}}"];

    private static readonly string[] OnlyTriple = ["\n", "' ", "\" "];

    public static Gen<Phrase> Number { get; } = Words(
        PhraseKind.Primary,
        "0", "00_0", "7", "1_000", "0xFf", "0X_f", "0o17", "0O_7", "0b_1", "0B10", "1.5e-3", ".5", "2.", "1_0.0_1", "1E5", "0e0", "00.5", "3J", "1e1_0j", "0_0j", "08.5", "09j",
        "123456789012345678901234567890");

    public static Gen<Phrase> Constant { get; } = Words(PhraseKind.Primary, "None", "True", "False", "...");

    /// <summary>Strings in a row, which become one.</summary>
    public static Gen<Phrase> Text(Place place, Func<Place, Gen<Phrase>> field) => Several(1, 3, " ", () => OneOf(Strings(place, field))).Select(AsPrimary);

    public static Gen<Phrase> BytesText { get; } = Several(1, 2, " ", () => Quoted(["b", "B", "rb", "Rb", "bR", "BR"], Bytes)).Select(AsPrimary);

    public static Gen<Phrase> Template(Place place, Func<Place, Gen<Phrase>> field) =>
        Several(1, 2, " ", () => Formatted(place, ["t", "T", "rt", "Tr"], field)).Select(AsPrimary);

    private static Phrase AsPrimary(Phrase phrase) => phrase with { Kind = PhraseKind.Primary };

    private static Func<Gen<Phrase>>[] Strings(Place place, Func<Place, Gen<Phrase>> field) =>
    [
        () => Quoted([""], Letters),
        () => Quoted(["", "u", "U"], Letters),
        () => Quoted(["r", "R"], RawLetters),
        () => Formatted(place, ["f", "F", "rf", "fR", "Rf"], field),
    ];

    private static Gen<Phrase> Quoted(string[] prefixes, string[] letters) =>
        from prefix in Gen.Elements(prefixes)
        from quote in Quote
        from count in Gen.Choose(0, 4)
        from body in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Gen.Elements(quote.Length == 3 ? [.. letters, .. OnlyTriple] : letters)))
        select Phrase.Of(PhraseKind.Primary, prefix + quote + string.Concat(body) + quote);

    private static Gen<string> Quote { get; } = Texts("'", "\"", "'''", "\"\"\"");

    /// <summary>
    /// Before PEP 701 a field could hold no backslash, comment or quote of its string, so there its fields are plain names.
    /// </summary>
    private static Gen<Phrase> Formatted(Place place, string[] prefixes, Func<Place, Gen<Phrase>> field) =>
        from prefix in Gen.Elements(prefixes)
        from quote in Quote
        from parts in Several(0, 3, "", () => OneOf(() => Between(prefix), () => Field(place.Deeper, field, isNested: false)))
        select new Phrase(PhraseKind.Primary, prefix + quote + "§" + quote, [parts], IsOpen: false);

    private static Gen<Phrase> Between(string prefix) =>
        prefix.Contains('r', StringComparison.OrdinalIgnoreCase)
            ? Words(PhraseKind.Other, "a", "\\d", "{{", "}}", "\\N", "é")
            : Words(PhraseKind.Other, "a", "é", "{{", "}}", "\\n", "\\N{BULLET}", "\\x41", ":", "!", "=", "\\{{");

    private static Gen<Phrase> Field(Place place, Func<Place, Gen<Phrase>> field, bool isNested)
    {
        var value = place.Depth > 0 && place.Has(12) ? field(place) : Words(PhraseKind.Primary, "a", "b.c", "a[0]", "f(a)");
        return Of(PhraseKind.Other, "{ §§§§}", value, Debug(place), Maybe(() => Words(PhraseKind.Other, "!r", "!s", "!a")), Specification(place, field, isNested));
    }

    private static Gen<Phrase> Debug(Place place) => place.Has(8) ? Seldom(() => Words(PhraseKind.Other, "=", " = ")) : Of(PhraseKind.Other, "");

    private static Gen<Phrase> Specification(Place place, Func<Place, Gen<Phrase>> field, bool isNested) =>
        Seldom(() => isNested
            ? Words(PhraseKind.Other, ":", ":>3", ":,")
            : Of(PhraseKind.Other, ":§", Several(0, 3, "", () => OneOf(() => Words(PhraseKind.Other, ">", "%Y-%m", "*^", ".2f", "!r"), () => Field(place.Deeper, field, isNested: true)))));
}
