using FsCheck;
using FsCheck.Fluent;

namespace PyLint.Sharp.Syntax.Tests.Generation;

/// <summary>How generators are put together.</summary>
internal static class Phrases
{
    /// <summary>One of some alternatives; only the chosen one is made, so that they may be infinitely deep.</summary>
    public static Gen<T> OneOf<T>(params Func<Gen<T>>[] alternatives) => Gen.Choose(0, alternatives.Length - 1).SelectMany(i => alternatives[i]());

    public static Gen<string> Texts(params string[] texts) => Gen.Elements(texts);

    /// <summary>A phrase whose text is one of these.</summary>
    public static Gen<Phrase> Words(PhraseKind kind, params string[] texts) => Gen.Elements(texts).Select(text => Phrase.Of(kind, text));

    /// <summary>A phrase with a part for each § of its template.</summary>
    public static Gen<Phrase> Of(PhraseKind kind, string template, params Gen<Phrase>[] parts) =>
        parts.Length == 0 ? Gen.Constant(Phrase.Of(kind, template)) : Gen.CollectToArray(parts).Select(made => Phrase.Of(kind, template, made));

    /// <summary>A phrase with one of several templates, which have the same parts.</summary>
    public static Gen<Phrase> Of(PhraseKind kind, Gen<string> template, params Gen<Phrase>[] parts) =>
        template.SelectMany(text => Of(kind, text, parts));

    /// <summary>A phrase with one of several templates, and the same kind of part at each §.</summary>
    public static Gen<Phrase> Of(PhraseKind kind, Gen<string> template, Func<Gen<Phrase>> part) =>
        template.SelectMany(text => Of(kind, text, [.. text.Where(c => c == '§').Select(_ => part())]));

    /// <summary>A phrase whose parts stand in a scope of their own.</summary>
    public static Gen<Phrase> Closed(PhraseKind kind, string template, params Gen<Phrase>[] parts) =>
        Of(kind, template, parts).Select(phrase => phrase with { IsOpen = false });

    /// <summary>Some phrases in a row.</summary>
    public static Gen<Phrase> Several(int fewest, int most, string between, Func<Gen<Phrase>> part) =>
        from count in Gen.Choose(fewest, most)
        from parts in Gen.CollectToArray(Enumerable.Range(0, count).Select(_ => part()))
        select Phrase.Of(PhraseKind.Other, string.Join(between, Enumerable.Repeat('§', count)), parts);

    /// <summary>A phrase or nothing.</summary>
    public static Gen<Phrase> Maybe(Func<Gen<Phrase>> part) => OneOf(() => Of(PhraseKind.Other, ""), part);

    /// <summary>A phrase, or more often nothing.</summary>
    public static Gen<Phrase> Seldom(Func<Gen<Phrase>> part) => Gen.Choose(0, 3).SelectMany(i => i == 0 ? part() : Of(PhraseKind.Other, ""));
}
