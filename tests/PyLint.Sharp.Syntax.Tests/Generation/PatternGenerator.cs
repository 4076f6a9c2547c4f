using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>
/// Patterns (Language Reference §8.6.4). None matches everything, because only the last case may, and with `|` none binds a name, because
/// all alternatives would have to bind the same.
/// </summary>
/// <param name="binds">Whether names may be bound.</param>
internal sealed class PatternGenerator(bool binds)
{
    private static readonly PatternGenerator WithoutNames = new(binds: false);

    private static Gen<Phrase> Literal { get; } = Words(
        PhraseKind.Pattern,
        "1", "-1", "0x1F", "1.5", "-2J", "1+2j", "-1.5 - 3J", "'a'", "'a' 'b'", "b'x'", "r'\\d'", "'''a\nb'''", "None", "True", "False", "a.b", "match.case.type", "_x.a");

    public static Gen<Phrase> OfCase(Place place) => new PatternGenerator(binds: true).Top(place);

    private Gen<Phrase> Top(Place place) => OneOf(
        () => Pattern(place),
        () => Pattern(place),
        () => Of(PhraseKind.Other, Texts("§,", "§, §", "§, *v№", "*_, §", "v№, §,", "§, _"), () => Pattern(place.Deeper)));

    private Gen<Phrase> Pattern(Place place) => place.Depth <= 0
        ? Literal
        : OneOf(
            () => Closed(place),
            () => Closed(place),
            () => Of(PhraseKind.Pattern, Texts("§ | §", "§|§|None"), () => WithoutNames.Closed(place.Deeper)),
            () => Of(PhraseKind.Pattern, Allowed("[v№, 1] | {'k': v¤}", "A(v№) | [v¤]", "(1 as v№) | (2 as v¤)", "1 | 2")),
            () => Of(PhraseKind.Pattern, Allowed("§ as v№", "§"), () => Closed(place.Deeper)));

    /// <summary>What `|` and `as` may stand beside.</summary>
    private Gen<Phrase> Closed(Place place) => place.Depth <= 0
        ? Literal
        : OneOf(
            () => Literal,
            () => Of(PhraseKind.Pattern, Allowed("[]", "()", "{}", "A()", "a.B()", "{**v№}", "[*_]", "(*v№,)")),
            () => Of(PhraseKind.Pattern, Texts("(§)", "(§,)", "[§]", "[§,]", "(\n  §\n)"), () => Pattern(place.Deeper)),
            () => Of(PhraseKind.Pattern, Allowed("[§, §]", "(§, *v№, §)", "[§, §, *_,]", "(§, §,)"), () => Item(place.Deeper)),
            () => Of(PhraseKind.Pattern, Allowed("{1: §, 'k': §}", "{a.b: §, None: §, **v№}", "{-1: §, b'x': §,}", "{1+2j: §, 'x' 'y': §, **v№,}"), () => Item(place.Deeper)),
            () => Of(PhraseKind.Pattern, Texts("A(§, §)", "a.B(§, x=§)", "match(x=§, y=§,)", "case(§, §, z=_)"), () => Item(place.Deeper)));

    private Gen<Phrase> Item(Place place) => OneOf(
        () => Pattern(place),
        () => Pattern(place),
        () => Of(PhraseKind.Pattern, Allowed("v№", "_", "(v№)", "(_)")));

    private Gen<string> Allowed(params string[] templates) => Texts(binds ? templates : [.. templates.Where(text => !text.Contains('№', StringComparison.Ordinal))]);
}
