using FsCheck;
using static PyLint.Sharp.Syntax.Tests.Generation.ExpressionGenerator;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Tuples, lists, sets, dicts and comprehensions (Language Reference §6.2.3 to §6.2.9).</summary>
internal static class DisplayGenerator
{
    public static Gen<Phrase> Any(Place place) => OneOf(
        () => Words(PhraseKind.Primary, "()", "[]", "{}", "[\n]", "{ }"),
        () => Of(PhraseKind.Primary, Texts("(§,)", "(§, a)", "(§, a,)"), StarOr(place, Named)),
        () => Of(PhraseKind.Primary, Texts("[§]", "[§,]", "[\n    §,\n]"), Several(1, 4, ", ", () => StarOr(place, Named))),
        () => Of(PhraseKind.Primary, Texts("{§}", "{§ , }"), Several(1, 3, ", ", () => StarOr(place, place.Has(10) ? Named : Expression))),
        () => Of(PhraseKind.Primary, Texts("{§}", "{§,}", "{\n  §\n}"), Several(1, 3, ", ", () => Item(place))),
        () => Comprehension(place),
        () => Generator(place));

    /// <summary>With its parentheses, as it may stand alone or as the only argument.</summary>
    public static Gen<Phrase> Generator(Place place) => Closed(PhraseKind.Primary, "(§ §)", Named(place.Comprehension), Clauses(place));

    private static Gen<Phrase> Item(Place place) => OneOf(
        () => Of(PhraseKind.Other, "**§", Arithmetic(place)),
        () => Of(PhraseKind.Other, Texts("§: §", "§:§"), Expression(place), Expression(place)));

    private static Gen<Phrase> Comprehension(Place place) => OneOf(
        () => Closed(PhraseKind.Primary, "[§ §]", Named(place.Comprehension), Clauses(place)),
        () => Closed(PhraseKind.Primary, "{§ §}", place.Has(10) ? Named(place.Comprehension) : Expression(place.Comprehension), Clauses(place)),
        () => Closed(PhraseKind.Primary, "{§: § §}", Expression(place.Comprehension), Expression(place.Comprehension), Clauses(place)));

    private static Gen<Phrase> Clauses(Place place) => Several(1, 2, " ", () => Clause(place));

    private static Gen<Phrase> Clause(Place place) => Of(
        PhraseKind.Other,
        place.CanAwait && place.Has(11) ? Texts("for § in §§", "async for § in §§", "\nfor § in §§") : Texts("for § in §§"),
        TargetGenerator.OfComprehension,
        Logic(place.Iterable),
        Seldom(() => Of(PhraseKind.Other, " if §", Logic(place.Comprehension))));
}
