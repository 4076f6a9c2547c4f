using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Valid expressions, by the levels of the grammar (Language Reference §6).</summary>
internal static class ExpressionGenerator
{
    /// <summary>Names, and the soft keywords that are names here.</summary>
    public static Gen<Phrase> Name { get; } = Words(PhraseKind.Primary, "a", "b", "c", "é", "match", "case", "type", "_", "lazy", "print", "ﬁ", "__x");

    /// <summary>What stands between commas in a call, a display or parentheses: `:=` too.</summary>
    public static Gen<Phrase> Named(Place place) => place.CanName && place.Depth > 0
        ? OneOf(() => Expression(place), () => Expression(place), () => Of(PhraseKind.Named, Texts("n№ := §", "n№:=§"), Expression(place.Deeper)))
        : Expression(place);

    public static Gen<Phrase> Expression(Place place) => place.Depth <= 0
        ? Atom(place)
        : OneOf(
            () => Logic(place),
            () => Logic(place),
            () => Of(PhraseKind.Expression, "§ if § else §", Logic(place.Deeper), Logic(place.Deeper), Expression(place.Deeper)),
            () => Lambda(place));

    /// <summary>No conditional and no `lambda` outside parentheses.</summary>
    public static Gen<Phrase> Logic(Place place) => place.Depth <= 0
        ? Atom(place)
        : OneOf(
            () => Inversion(place),
            () => Inversion(place),
            () => Of(PhraseKind.Logic, Texts("§ and §", "§ or §", "not § or §", "§ or § and §", "§ and § or not §", "§ \\\n and §"), () => Inversion(place.Deeper)));

    /// <summary>Operators down to `|`.</summary>
    public static Gen<Phrase> Arithmetic(Place place) => place.Depth <= 0
        ? Atom(place)
        : OneOf(
            () => Unary(place),
            () => Unary(place),
            () => Of(PhraseKind.Arithmetic, ArithmeticOperator.Select(op => $"§{op}§"), () => Unary(place.Deeper)),
            () => Of(PhraseKind.Arithmetic, ArithmeticOperator.Zip(ArithmeticOperator, (one, two) => $"§{one}§{two}§"), () => Unary(place.Deeper)));

    public static Gen<Phrase> Primary(Place place) => place.Depth <= 0
        ? Name
        : OneOf(
            () => Name,
            () => Atom(place),
            () => Of(PhraseKind.Primary, Texts("§ .c", "§ .match", "§ . \\\n c"), Primary(place.Deeper)),
            () => Of(PhraseKind.Primary, "§.b.case", Name),
            () => Of(PhraseKind.Primary, "§§", Primary(place.Deeper), Arguments(place.Deeper)),
            () => Of(PhraseKind.Primary, Texts("§[§]", "§ [\n§\n]"), Primary(place.Deeper), Index(place.Deeper)),
            () => Group(place.Deeper),
            () => DisplayGenerator.Any(place.Deeper));

    /// <summary>With parentheses around.</summary>
    public static Gen<Phrase> Group(Place place) => OneOf(
        () => Of(PhraseKind.Primary, Texts("(§)", "( §\n)", "(\n  §  # inside\n\n)", "(\\\n§)"), Named(place)),
        () => Of(PhraseKind.Primary, "(§)", place.CanYield ? Yield(place) : Named(place)));

    public static Gen<Phrase> Yield(Place place) => OneOf(
        () => Of(PhraseKind.Other, "yield"),
        () => Of(PhraseKind.Other, "yield §", Tuple(place.Deeper)),
        () => place.CanYieldFrom ? Of(PhraseKind.Other, "yield from §", Expression(place.Deeper)) : Of(PhraseKind.Other, "yield *a, b"));

    /// <summary>Expressions with commas and stars, without parentheses around.</summary>
    public static Gen<Phrase> Tuple(Place place) => OneOf(
        () => Expression(place),
        () => Expression(place),
        () => Of(PhraseKind.Other, Texts("§,", "§ ,"), StarOr(place, Expression)),
        () => Of(PhraseKind.Other, Texts("§, §", "§, §,"), StarOr(place, Expression), StarOr(place, Expression)));

    /// <summary>An item with or without a star.</summary>
    public static Gen<Phrase> StarOr(Place place, Func<Place, Gen<Phrase>> item) =>
        Gen.Choose(0, 3).SelectMany(i => i == 0 ? Of(PhraseKind.Other, Texts("*§", "* §"), Arithmetic(place.Deeper)) : item(place));

    /// <summary>The arguments of a call, with their parentheses.</summary>
    public static Gen<Phrase> Arguments(Place place) => OneOf(() => Bases(place), () => Bases(place), () => Bases(place), () => DisplayGenerator.Generator(place));

    /// <summary>The arguments of a class, with their parentheses.</summary>
    public static Gen<Phrase> Bases(Place place) => OneOf(
        () => Of(PhraseKind.Other, "()"),
        () => Of(PhraseKind.Other, Texts("(§)", " (§,)", "(\n    §,\n)"), Several(1, 3, ", ", () => StarOr(place, Named))),
        () => Of(PhraseKind.Other, Texts("(§, k№=§)", "(§, k№ = §,)", "(§, match=§)"), StarOr(place, Named), Expression(place)),
        () => Of(PhraseKind.Other, Texts("(k№=§, *§, **§)", "(k№=§, *§, k№=a, **§, **a)", "(*§, *a, **b, k№=§, **§)", "(**§)"), () => Arithmetic(place)));

    private static Gen<string> ArithmeticOperator { get; } =
        Texts(" + ", "-", " * ", "/", " // ", "%", " @ ", " << ", ">>", " & ", "|", " ^ ", " - ", "+");

    private static Gen<string> ComparisonOperator { get; } =
        Texts(" < ", ">", " == ", "!=", "<=", " >= ", " in ", " not in ", " is ", " is not ", " not  in ", " is \\\n not ");

    private static Gen<Phrase> Inversion(Place place) => OneOf(
        () => Comparison(place),
        () => Comparison(place),
        () => Of(PhraseKind.Logic, Texts("not §", "not not §"), Comparison(place.Deeper)));

    private static Gen<Phrase> Comparison(Place place) => place.Depth <= 0
        ? Atom(place)
        : OneOf(
            () => Arithmetic(place),
            () => Arithmetic(place),
            () => Of(PhraseKind.Logic, ComparisonOperator.Select(op => $"§{op}§"), () => Arithmetic(place.Deeper)),
            () => Of(PhraseKind.Logic, ComparisonOperator.Zip(ComparisonOperator, (one, two) => $"§{one}§{two}§"), () => Arithmetic(place.Deeper)));

    private static Gen<Phrase> Unary(Place place) => place.Depth <= 0
        ? Atom(place)
        : OneOf(
            () => Primary(place),
            () => Primary(place),
            () => Of(PhraseKind.Unary, Texts("-§", "+§", "~§", "- -§", "~ +§"), Primary(place.Deeper)),
            () => Of(PhraseKind.Unary, Texts("§ ** §", "§**-§", "-§ ** ~§"), () => Primary(place.Deeper)),
            () => Of(PhraseKind.Unary, place.CanAwait ? Texts("await §", "-await §", "await § ** 2") : Texts("+§"), Primary(place.Deeper)));

    private static Gen<Phrase> Atom(Place place) => OneOf(
        () => Name,
        () => Name,
        () => LiteralGenerator.Number,
        () => LiteralGenerator.Constant,
        () => LiteralGenerator.Text(place, FieldValue),
        () => LiteralGenerator.Text(place, FieldValue),
        () => LiteralGenerator.BytesText,
        () => place.Has(14) ? LiteralGenerator.Template(place, FieldValue) : Words(PhraseKind.Primary, "()", "[]", "{}"));

    /// <summary>Behind an outer colon a specification begins, so `lambda` and `:=` stand in parentheses.</summary>
    private static Gen<Phrase> FieldValue(Place place) => OneOf(
        () => Logic(place.Deeper),
        () => Of(PhraseKind.Other, "§ if § else §", Logic(place.Deeper), Logic(place.Deeper), Logic(place.Deeper)),
        () => Of(PhraseKind.Other, "*§, §", Arithmetic(place.Deeper), Logic(place.Deeper)),
        () => place.CanYield ? Yield(place with { Depth = 1 }) : Group(place.Deeper));

    private static Gen<Phrase> Index(Place place) => OneOf(
        () => Expression(place),
        () => place.Has(10) ? Named(place) : Expression(place),
        () => Slice(place),
        () => Of(PhraseKind.Other, Texts("§, ..., §", "§,§,"), Slice(place), Expression(place)),
        () => place.Has(11) ? Of(PhraseKind.Other, Texts("*§", "*§,", "a, *§", "*§, 1:2"), Arithmetic(place)) : Of(PhraseKind.Other, "::"));

    private static Gen<Phrase> Slice(Place place) =>
        Of(PhraseKind.Other, Texts("§:§", "§:", ":§", "§:§:", "::§", "§::§", ":§:", ":", "§ : § : §", "::"), () => Expression(place));

    private static Gen<Phrase> Lambda(Place place) =>
        from parameters in ParameterGenerator.OfLambda(place.Deeper)
        from body in Expression(place.Lambda)
        select new Phrase(PhraseKind.Expression, parameters.Template.Length == 0 ? "lambda: §" : "lambda §: §", parameters.Template.Length == 0 ? [body] : [parameters, body], IsOpen: false);
}
