using FsCheck;
using FsCheck.Fluent;
using static PyLint.Sharp.Syntax.Tests.Generation.ExpressionGenerator;
using static PyLint.Sharp.Syntax.Tests.Generation.Phrases;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>Simple statements (Language Reference §7), and blocks.</summary>
internal static class StatementGenerator
{
    private static readonly string[] Indentations = ["    ", "    ", "  ", " ", "\t", "        "];

    /// <summary>The statements of a file.</summary>
    public static Gen<Phrase> File(Place place) => Lines(place, "", 1, 6);

    /// <summary>What stands behind the colon of a compound statement: lines below it, or simple statements beside it.</summary>
    public static Gen<Phrase> Block(Place place) => Gen.Choose(0, 4).SelectMany(i => i == 0
        ? Of(PhraseKind.Other, Texts(" §", "§", " §;", " §  # note"), Simple(place))
        : Of(PhraseKind.Other, i == 1 ? Texts("  # note§", "\n§", "\n # note\n\n§", "  \f\n  \n§") : Texts("§"), Gen.Elements(Indentations).SelectMany(indentation => Lines(place, indentation, 1, 3))));

    public static Gen<Phrase> Simple(Place place) => OneOf(
        () => Expressions(place),
        () => Assignment(place),
        () => Import(place),
        () => Jump(place),
        () => Other(place));

    private static Gen<Phrase> Lines(Place place, string indentation, int fewest, int most) =>
        Several(fewest, most, "", () => Statement(place)).Select(lines => new Phrase(PhraseKind.Statements, indentation, lines.Parts));

    private static Gen<Phrase> Statement(Place place) => Gen.Choose(0, place.Depth <= 0 ? 5 : 9).SelectMany(i => i switch
    {
        < 4 => Simple(place),
        4 => Of(PhraseKind.Statement, Texts("§; §", "§;§;", "§  # note\n# more\n§", "§\n\n  \f\n§"), () => Simple(place)),
        5 => Of(PhraseKind.Statement, Texts("§  # note", "§;", "# note\n§"), Simple(place)),
        _ => CompoundGenerator.Any(place.Deeper),
    });

    private static Gen<Phrase> Expressions(Place place) => OneOf(
        () => Of(PhraseKind.Statement, "§", Tuple(place)),
        () => Of(PhraseKind.Statement, "§", place.CanYield ? Yield(place) : Tuple(place)),
        () => Of(PhraseKind.Statement, "§§", Name, Arguments(place)),
        () => Of(PhraseKind.Statement, Texts("match(§)", "match[§], case", "type(§)", "type[0] = §", "case.a = §", "_ = §", "match = case = type = §", "lazy(§)"), Expression(place)),
        () => Of(PhraseKind.Statement, Texts("match * §", "match - §", "match in §", "type is §", "case @ §", "match, §", "type: §", "case: §"), Primary(place.Annotation)));

    private static Gen<Phrase> Assignment(Place place) => OneOf(
        () => Of(PhraseKind.Statement, Texts("§ = §", "§=§", "§ = \\\n  §"), TargetGenerator.Any(place), Value(place)),
        () => Of(PhraseKind.Statement, "§ = § = §", TargetGenerator.Any(place), TargetGenerator.Any(place), Value(place)),
        () => Of(PhraseKind.Statement, Texts("§ += §", "§ -= §", "§*=§", "§ /= §", "§ //= §", "§ %= §", "§ @= §", "§ &= §", "§ |= §", "§ ^= §", "§ <<= §", "§>>=§", "§ **= §"), TargetGenerator.Single(place), Value(place)),
        () => Of(PhraseKind.Statement, "§: §", TargetGenerator.Annotated(place), Expression(place.Annotation)),
        () => Of(PhraseKind.Statement, "§: § = §", TargetGenerator.Annotated(place), Expression(place.Annotation), Value(place)),
        () => place.Has(12)
            ? Of(PhraseKind.Statement, Texts("type v№§ = §", "type match№§ = §", "type type№§=§"), ParameterGenerator.OfType(place), Expression(place.Annotation))
            : Of(PhraseKind.Statement, "type = §", Value(place)));

    /// <summary>What may stand on the right of `=`.</summary>
    private static Gen<Phrase> Value(Place place) => place.CanYield ? OneOf(() => Tuple(place), () => Tuple(place), () => Yield(place)) : Tuple(place);

    private static Gen<Phrase> Import(Place place) => Words(
        PhraseKind.Statement,
        "import a", "import a.b.c as d, e", "import match.case, type as _", "from a import b", "from . import b as c", "from .a.b import (c as d, e,)", "from .... import a",
        "from ... a import b, c as d", "from a import(b)", place.IsModule ? "from a import *" : "from a import (\n  b,\n  c\n)");

    private static Gen<Phrase> Jump(Place place) => OneOf(
        () => Words(PhraseKind.Statement, "pass", "...", "raise", place.IsLoop ? "break" : "pass", place.IsLoop ? "continue" : "pass", place.CanReturn ? "return" : "pass"),
        () => Of(PhraseKind.Statement, Texts("raise §", "raise § from §"), () => Expression(place)),
        () => Of(PhraseKind.Statement, Texts("assert §", "assert §, §"), () => Expression(place)),
        () => place.CanReturnValue ? Of(PhraseKind.Statement, "return §", Tuple(place)) : Of(PhraseKind.Statement, "assert (§)", Expression(place)));

    private static Gen<Phrase> Other(Place place) => OneOf(
        () => Of(PhraseKind.Statement, Texts("del §", "del §,", "del (§)"), TargetGenerator.Single(place)),
        () => Of(PhraseKind.Statement, Texts("del §, §", "del (§, [§]), §", "del ()", "del [], §"), () => TargetGenerator.Single(place)),
        () => Words(PhraseKind.Statement, "global v№", "global v№, match№", "global v№; v¤ = 1"));
}
