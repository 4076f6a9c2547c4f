using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.ExpressionGenerator;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;
using static PyLint.Sharp.Syntax.Tests.Generation.StatementGenerator;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Compound statements (Language Reference §8).</summary>
internal static class CompoundGenerator
{
    public static Gen<Phrase> Any(Place place) => OneOf(
        () => If(place),
        () => Loop(place),
        () => With(place),
        () => Try(place),
        () => Function(place),
        () => Class(place),
        () => place.Has(10) ? Match(place) : Function(place),
        () => Of(PhraseKind.Statement, Texts("def f№():\n  v№ = 1\n  def g():\n    nonlocal v¤\n    v¤ = 2", "class C№:\n def f(self): nonlocal __class__", "def v№(): v¤ = 1", "def f(v): global v№; v¤ = v")));

    private static Gen<Phrase> If(Place place) => Of(
        PhraseKind.Statement,
        "if §:§§§",
        Named(place),
        Block(place),
        Several(0, 2, "", () => Of(PhraseKind.Other, "\nelif §:§", Named(place), Block(place))),
        Else(place));

    private static Gen<Phrase> Else(Place place) => Seldom(() => Of(PhraseKind.Other, "\nelse:§", Block(place)));

    private static Gen<Phrase> Loop(Place place) => OneOf(
        () => Of(PhraseKind.Statement, "while §:§§", Named(place), Block(place.Loop), Else(place)),
        () => Of(
            PhraseKind.Statement,
            place.CanAwait ? Texts("for § in §:§§", "async for § in §:§§") : Texts("for § in §:§§"),
            TargetGenerator.Any(place),
            place.Has(9) ? Tuple(place) : Expression(place),
            Block(place.Loop),
            Else(place)));

    private static Gen<Phrase> With(Place place) =>
        from start in place.CanAwait ? Texts("with ", "async with ") : Texts("with ")
        from made in OneOf(
            () => Of(PhraseKind.Statement, start + "§:§", Several(1, 3, ", ", () => WithItem(place)), Block(place)),
            () => place.Has(10)
                ? Of(PhraseKind.Statement, Texts(start + "(§):§", start + "(§,):§", start + "(\n  §,\n):§"), Several(1, 3, ", ", () => WithItem(place)), Block(place))
                : Of(PhraseKind.Statement, start + "(§):§", Expression(place), Block(place)))
        select made;

    private static Gen<Phrase> WithItem(Place place) => OneOf(
        () => Expression(place),
        () => Of(PhraseKind.Other, "§ as §", Expression(place), TargetGenerator.Single(place)),
        () => Of(PhraseKind.Other, Texts("§ as (§, §)", "§ as [§, *§]"), Expression(place), TargetGenerator.Single(place), TargetGenerator.Single(place)));

    private static Gen<Phrase> Try(Place place) => OneOf(
        () => Of(PhraseKind.Statement, "try:§\nfinally:§", Block(place), Block(place with { IsLoop = false })),
        () => Of(PhraseKind.Statement, "try:§§§§", Block(place), Several(1, 2, "", () => Handler(place)), Else(place), Finally(place)),
        () => Of(PhraseKind.Statement, "try:§§\nexcept:§§§", Block(place), Several(0, 2, "", () => Handler(place)), Block(place), Else(place), Finally(place)),
        () => place.Has(11)
            ? Of(PhraseKind.Statement, "try:§§§§", Block(place), Several(1, 2, "", () => StarHandler(place)), Else(place), Finally(place))
            : Of(PhraseKind.Statement, "try:§§", Block(place), Handler(place)));

    private static Gen<Phrase> Finally(Place place) => Seldom(() => Of(PhraseKind.Other, "\nfinally:§", Block(place with { IsLoop = false })));

    private static Gen<Phrase> Handler(Place place) => OneOf(
        () => Of(PhraseKind.Other, Texts("\nexcept §:§", "\nexcept § as v№:§", "\nexcept(§) as v№:§"), Expression(place), Block(place)),
        () => Of(PhraseKind.Other, place.Has(14) ? Texts("\nexcept §, §:§", "\nexcept (§, §) as v№:§") : Texts("\nexcept (§, §):§"), Expression(place), Expression(place), Block(place)));

    /// <summary>Nothing may leave its block.</summary>
    private static Gen<Phrase> StarHandler(Place place) => Of(
        PhraseKind.Other,
        Texts("\nexcept* §:§", "\nexcept *§ as v№:§"),
        Expression(place),
        Block(place with { IsLoop = false, CanReturn = false, CanReturnValue = false }));

    private static Gen<Phrase> Function(Place place) =>
        from isAsync in Gen.Elements(false, false, true)
        from isGenerator in Gen.Elements(false, true)
        from made in Of(
            PhraseKind.Statement,
            isAsync ? "§async def v№§(§)§:§" : "§def v№§(§)§:§",
            Decorators(place),
            ParameterGenerator.OfType(place),
            ParameterGenerator.OfFunction(place),
            Seldom(() => Of(PhraseKind.Other, " -> §", Expression(place.Annotation))),
            Block(place.Function(isAsync, isGenerator)))
        select made;

    /// <summary>The bases of a generic class stand in the scope of its type parameters.</summary>
    private static Gen<Phrase> Class(Place place) =>
        from parameters in ParameterGenerator.OfType(place)
        from made in Of(
            PhraseKind.Statement,
            "§class C№§§:§",
            Decorators(place),
            Gen.Constant(parameters),
            Maybe(() => Bases(parameters.Template.Length == 0 ? place.Deeper : place.Annotation)),
            Block(place.Class))
        select made;

    private static Gen<Phrase> Decorators(Place place) => Several(0, 1, "", () => Of(
        PhraseKind.Other,
        Texts("@§\n", "@§  # note\n", "@a.b\n@§\n"),
        place.Has(9) ? Named(place) : Words(PhraseKind.Other, "a", "a.b", "a.b(c)")));

    private static Gen<Phrase> Match(Place place) => Of(
        PhraseKind.Statement,
        Texts("match §:§", "match §:  # note\n§", "match §,:§", "match *a, §:§", "match (§):§", "match not §:§", "match(\n§):§"),
        Logic(place),
        Cases(place));

    private static Gen<Phrase> Cases(Place place) =>
        from indentation in Texts(" ", "    ", "\t")
        from count in Gen.Choose(1, 3)
        from cases in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => Case(place)))
        from last in Words(PhraseKind.Other, "case _: pass", "case (v№): pass", "case *v№,: pass", "case _ if a: pass", "case (1 | _): pass")
        select new Phrase(PhraseKind.Statements, indentation, [.. cases, last]);

    private static Gen<Phrase> Case(Place place) => Of(PhraseKind.Other, "case §§:§", PatternGenerator.OfCase(place), Guard(place), Block(place));

    private static Gen<Phrase> Guard(Place place) => Seldom(() => Of(PhraseKind.Other, " if §", Named(place)));
}
