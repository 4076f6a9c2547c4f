using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Parameters of functions, and type parameters (Language Reference §8.7 and §8.10).</summary>
internal static class ParameterGenerator
{
    // In each, § is a default; of functions, µ is an annotation or nothing.
    private static readonly string[] Orders =
    [
        "", "p№µ", "p№µ, p№µ", "p№µ, p№µ=§", "p№µ=§,", "p№µ, /", "p№µ, /,", "p№µ, /, p№µ=§", "p№µ=§, /, p№µ=§", "p№µ=§, /, *, p№µ", "*, p№µ", "*, p№µ=§, p№µ,",
        "*p№", "*p№µ, p№µ, p№µ=§", "**p№µ", "**p№µ,", "*p№µ, **p№µ", "p№µ, /, p№µ=§, *p№µ, p№µ, p№µ=§, **p№µ", "*, p№µ, **p№µ", "self", "match=§, *type, **case",
    ];

    public static Gen<Phrase> OfLambda(Place place) => Gen.Elements(Orders).SelectMany(order => Filled(order.Replace("µ", "", StringComparison.Ordinal), place));

    public static Gen<Phrase> OfFunction(Place place) =>
        Gen.Elements(place.Has(11) ? [.. Orders, "*p№: *a, **p№"] : Orders).SelectMany(order => Filled(order, place));

    /// <summary>In brackets, or nothing before Python 3.12.</summary>
    public static Gen<Phrase> OfType(Place place) => place.Has(12)
        ? Seldom(() => Of(PhraseKind.Other, Texts("[§]", "[§,]", "[\n  §\n]"), Kinds(place)))
        : Of(PhraseKind.Other, "");

    private static Gen<Phrase> Filled(string order, Place place) =>
        from annotations in Gen.CollectToArray(order.Where(c => c == 'µ').Select(_ => Gen.Choose(0, 2)))
        let template = Annotated(order, annotations)
        from parts in Gen.CollectToArray(template.Where(c => c is '§' or 'µ')
            .Select(c => c == '§' ? ExpressionGenerator.Expression(place) : ExpressionGenerator.Expression(place.Annotation)))
        select Phrase.Of(PhraseKind.Other, template.Replace('µ', '§'), parts);

    /// <summary>µ stays where an annotation is.</summary>
    private static string Annotated(string order, int[] choices)
    {
        var next = 0;
        return string.Concat(order.Select(c => c != 'µ' ? c.ToString() : choices[next++] == 0 ? ": µ" : ""));
    }

    private static Gen<Phrase> Kinds(Place place) => OneOf(
        () => Of(PhraseKind.Other, "T№"),
        () => Of(PhraseKind.Other, Texts("T№: §", "T№: (int, §)"), ExpressionGenerator.Expression(place.Annotation)),
        () => Of(PhraseKind.Other, Texts("T№, *T№, **T№", "*T№", "**T№", "T№, T№: int")),
        () => place.Has(13)
            ? Of(PhraseKind.Other, Texts("T№ = §", "T№: int = §", "**T№ = §", "T№, T№ = §, *T№ = *a"), ExpressionGenerator.Expression(place.Annotation))
            : Of(PhraseKind.Other, "**T№"));
}
