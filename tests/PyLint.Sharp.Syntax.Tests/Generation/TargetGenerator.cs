using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>What can be assigned to and deleted (Language Reference §7.2 and §7.5).</summary>
internal static class TargetGenerator
{
    /// <summary>In a comprehension; none of them is a name that `:=` binds elsewhere.</summary>
    public static Gen<Phrase> OfComprehension { get; } = Words(PhraseKind.Other, "d", "d, e", "(d, e)", "d, *e", "[d, (e)]", "d,", "(d)");

    /// <summary>A name, attribute or subscript.</summary>
    public static Gen<Phrase> Single(Place place) => OneOf(
        () => ExpressionGenerator.Name,
        () => Of(PhraseKind.Other, "(§)", ExpressionGenerator.Name),
        () => Of(PhraseKind.Other, Texts("§ .c", "§ .match", "§[0]", "§[:]"), ExpressionGenerator.Primary(place)));

    /// <summary>Of an annotation: CPython reads none that starts with a target in parentheses and goes on behind them.</summary>
    public static Gen<Phrase> Annotated(Place place) => OneOf(
        () => ExpressionGenerator.Name,
        () => Of(PhraseKind.Other, Texts("(§)", "((§))", "§.c", "(§[0].c)"), ExpressionGenerator.Name),
        () => Of(PhraseKind.Other, Texts("§§ .c", "§§[0]"), ExpressionGenerator.Name, ExpressionGenerator.Arguments(place)),
        () => Of(PhraseKind.Other, Texts("[§].c", "{§}[:]", "§ [§]"), () => ExpressionGenerator.Name));

    /// <summary>Of `=`, `for` and `del`, without a star.</summary>
    public static Gen<Phrase> Several(Place place) => place.Depth <= 0
        ? Single(place)
        : OneOf(
            () => Single(place),
            () => Single(place),
            () => Of(PhraseKind.Other, Texts("§, §", "(§, §)", "[§, §,]", "§, (§)", "(§, [§])"), () => Nested(place.Deeper)));

    /// <summary>Of `=` and `for`.</summary>
    public static Gen<Phrase> Any(Place place) => OneOf(
        () => Several(place),
        () => Of(PhraseKind.Other, Texts("§, *§", "*§, §", "(§, *§,)", "[*§, §]", "§, *§,", "*§,", "[]", "()", "[*§]"), () => Single(place)));

    /// <summary>A tuple inside another needs parentheses.</summary>
    private static Gen<Phrase> Nested(Place place) => Several(place).Select(target => target.Template is "§, §" or "§, (§)" ? Phrase.Of(PhraseKind.Other, "(§)", target) : target);
}
