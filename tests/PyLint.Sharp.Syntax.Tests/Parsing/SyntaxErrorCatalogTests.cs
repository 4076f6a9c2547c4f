using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Syntax.Tests.Parsing;

/// <summary>Holds the parser to <c>Errors.md</c>, and that file to the messages in the sources of the parser.</summary>
[TestFixture]
public sealed partial class SyntaxErrorCatalogTests
{
    /// <summary>Messages for programs that are too large for the catalogue or not to be written as bytes, with the tests that make them.</summary>
    private static readonly string[] OfOtherTests =
    [
        "too many levels of indentation", // NestingTests
        "this is nested too deeply to be analysed", // NestingTests
        $"half of a surrogate pair (U+{MessageLiterals.Hole}) is no character; delete it", // DamagedSourceTests
    ];

    /// <summary>Literals that nobody reads in a syntax error: of exceptions that only a mistake of ours throws, and of data.</summary>
    private static readonly string[] NoMessages =
        ["not a node of the tree", "not a type parameter", "CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE ", "the tokens are read at once"];

    [TestCaseSource(nameof(Sections))]
    public void A_program_of_the_catalogue_has_the_one_mistake_that_it_shows(Section section)
    {
        var text = SourceText.Decode(section.Bytes());
        var options = new ParseOptions { TargetVersion = section.TargetMinor is { } minor ? new PythonVersion(3, minor) : null };
        var tree = Parsed.OnWorker(() => SyntaxTree.Parse(text, options));

        var error = text.EncodingErrors.Concat(tree.Errors).Should().ContainSingle("of {0}", string.Join(" | ", tree.Errors)).Subject;
        error.Message.Should().Be(section.Message).And.NotEndWith(".");
        text.PositionOf(error.Span.Start).ToString().Should().Be(section.Position);
    }

    [TestCaseSource(nameof(Messages))]
    public void Every_message_of_the_parser_is_in_the_catalogue(string message)
    {
        var pattern = Regex.Escape(message).Replace(MessageLiterals.Hole.ToString(), ".+", StringComparison.Ordinal);

        Sections().Select(section => section.Message).Should().Contain(told => Regex.IsMatch(told, pattern), "a section must show `{0}`", message);
    }

    private static IEnumerable<Section> Sections()
    {
        var content = Repository.ReadText("tests/PyLint.Sharp.Syntax.Tests/Errors.md");
        foreach (Match match in SectionShape().Matches(content))
        {
            yield return new Section(
                match.Groups["message"].Value,
                match.Groups["position"].Value,
                match.Groups["minor"] is { Success: true, Value: var minor } ? int.Parse(minor, CultureInfo.InvariantCulture) : null,
                match.Groups["program"].Value,
                match.Groups["escaped"].Success);
        }
    }

    /// <summary>The literals in the sources that are prose: several words in a row.</summary>
    private static IEnumerable<string> Messages() => Repository.Files("src/PyLint.Sharp.Syntax", "*.cs")
        .Where(file => !file.Contains("/Generated/", StringComparison.Ordinal))
        .SelectMany(file => MessageLiterals.Of(Repository.ReadText(file)))
        .Where(literal => Prose().IsMatch(literal))
        .Except(OfOtherTests)
        .Except(NoMessages)
        .Distinct();

    [GeneratedRegex(@"[a-z]{2,} [a-z`*]|[;:,`] [a-z]{2,}")]
    private static partial Regex Prose();

    [GeneratedRegex(
        @"^### (?<message>.+)\n\n(?<position>\d+:\d+)(?: for Python 3\.(?<minor>\d+))?\n\n```python(?<escaped> escaped)?\n(?<program>[\s\S]*?)^```$",
        RegexOptions.Multiline)]
    private static partial Regex SectionShape();

    /// <summary>One mistake of the catalogue.</summary>
    public sealed partial record Section(string Message, string Position, int? TargetMinor, string Program, bool IsEscaped)
    {
        public byte[] Bytes()
        {
            if (!IsEscaped)
            {
                return Encoding.UTF8.GetBytes(Program);
            }

            var whole = Repetition().Replace(Program, match => Parsed.Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)));
            var bytes = new List<byte>();
            foreach (Match part in Part().Matches(whole))
            {
                bytes.AddRange(part.Groups[1].Success
                    ? [byte.Parse(part.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)]
                    : Encoding.UTF8.GetBytes(part.Value));
            }

            return [.. bytes];
        }

        public override string ToString() => Message;

        [GeneratedRegex(@"\\\{(.+?)\*(\d+)\}")]
        private static partial Regex Repetition();

        [GeneratedRegex(@"\\x([0-9A-F]{2})|[\s\S]")]
        private static partial Regex Part();
    }
}
