using System.Security.Cryptography;
using System.Text;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>What a name is, and which names are the same (PEP 3131). The sums are those of CPython 3.14 with Unicode 16.</summary>
[TestFixture]
public sealed class NameTests
{
    [Test]
    public void Names_have_the_characters_that_Python_lets_them_have()
    {
        var digits = new byte[AllRunes().Count()];
        var i = 0;
        foreach (var rune in AllRunes())
        {
            digits[i++] = (byte)('0' + (NameCharacters.CanStart(rune) ? 1 : 0) + (NameCharacters.CanContinue(rune) ? 1 : 0));
        }

        // hashlib.sha256(b"".join(b"%d" % (c.isidentifier() + ("a" + c).isidentifier()) for c in all_characters_but_surrogates))
        SumOf(digits).Should().Be("e6e67b14a905fe8e0b7ceb51df837e6deaf66f1b231973f87790a518a117152b");
    }

    [Test]
    public void Every_character_has_its_normal_form_alone_and_between_marks()
    {
        var text = new StringBuilder();
        foreach (var rune in AllRunes().Where(NameCharacters.CanContinue))
        {
            text.Append(NormalForm.Of($"a{rune}\u0323\u0301{rune}q\u0302\u0323")).Append('\n');
        }

        // The same of unicodedata.normalize("NFKC", "a" + c + "\u0323\u0301" + c + "q\u0302\u0323") + "\n" for each c
        SumOf(Encoding.UTF8.GetBytes(text.ToString())).Should().Be("e67d6de8d314b972f593ca3a5fd2c77a1a07e73cf6057a596daf8a13807e0635");
    }

    [TestCase("ﬁ", "fi")]
    [TestCase("ｗｉｄｔｈ", "width")]
    [TestCase("µ", "μ")]
    [TestCase("𝔘𝔫𝔦", "Uni")]
    [TestCase("e\u0301te\u0301", "été")]
    [TestCase("\u1112\u1161\u11ab", "한")]
    [TestCase("ℌﷲ", "Hالله")]
    [TestCase("größe", "größe")]
    public void Names_are_compared_in_their_normal_form(string written, string name)
    {
        var tree = SyntaxTree.Parse(SourceText.From(written));

        tree.Errors.Should().BeEmpty();
        tree.Nodes.OfType<Name>().Should().ContainSingle().Which.Id.Should().Be(name);
    }

    [Test]
    public void Equal_names_of_a_file_are_one_string_however_many_others_stand_between_them()
    {
        var others = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"v{i}\n"));
        var tree = SyntaxTree.Parse(SourceText.From($"first\n{others}first"));

        var names = tree.Nodes.OfType<Name>().ToList();
        names[^1].Id.Should().BeSameAs(names[0].Id);
    }

    [Test]
    public void Many_marks_on_one_letter_are_sorted_at_once()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 100_000));

        NormalForm.Of("x" + marks).Should().StartWith("x\u0323\u0323").And.EndWith("\u0301\u0301").And.HaveLength(200_001);
    }

    [TestCase("type 𝔘 = int\n", Description = "two UTF-16 units")]
    [TestCase("type e\u0301 = int\n")]
    [TestCase("type ﬁ[T] = int\n")]
    public void A_soft_keyword_stands_before_any_name(string source) =>
        SyntaxTree.Parse(SourceText.From(source)).Root.Body.Should().ContainSingle().Which.Should().BeOfType<TypeAlias>();

    [TestCase("ｍａｔｃｈ x:\n    pass\n")]
    [TestCase("1𝔘\n")]
    [TestCase("a·́ ª٣ = 1\n")]
    [TestCase("٣a = 1\n")]
    [TestCase("\uFE70 = 1\n")]
    public void Not_every_character_makes_a_name_or_a_keyword(string source) =>
        SyntaxTree.Parse(SourceText.From(source)).Errors.Should().NotBeEmpty();

    private static IEnumerable<Rune> AllRunes()
    {
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (Rune.TryCreate(code, out var rune))
            {
                yield return rune;
            }
        }
    }

    private static string SumOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
