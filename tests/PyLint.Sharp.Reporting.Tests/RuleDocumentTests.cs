using System.Text;
using System.Text.Json;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Explanations;
using PyLint.Sharp.Reporting.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class RuleDocumentTests
{
    private static readonly string[] Sections =
        ["What it flags", "Why it matters", "Bad", "Better", "In an interview", "When it is fine", "Fix and its safety", "Equivalents"];

    [Test]
    public void Options_have_a_section_of_their_own()
    {
        var rule = new RuleDescriptor
        {
            Code = Make.Rule.Code,
            Name = Make.Rule.Name,
            Area = Make.Rule.Area,
            Severity = Make.Rule.Severity,
            Message = Make.Rule.Message,
            Why = Make.Rule.Why,
            Instead = Make.Rule.Instead,
            Interview = Make.Rule.Interview,
            FineWhen = Make.Rule.FineWhen,
            Options = [RuleOption.Words("allow", "Names that are fine.")],
        };
        Write(output => RuleDocuments.WritePages(output, [rule], new TextOptions())).Should().Contain(Lines("""
            Options
                Set under `[rules.PLS201]`:

                - `allow`: Names that are fine.

            Equivalents
            """));
    }

    [Test]
    public void A_page_explains_a_rule_from_its_descriptor_alone() =>
        Write(output => RuleDocuments.WritePages(output, [Make.Rule], new TextOptions())).Should().Be(Lines("""
            PLS201 bare-except
            warning · control flow and exceptions · fix: unsafe

            This `except:` also catches Ctrl-C.

            What it flags
                - this `except:` also catches Ctrl-C
                - this `except {name}:` catches everything

            Why it matters
                KeyboardInterrupt and SystemExit derive from BaseException, so they are
                swallowed too.

            Bad
                try:
                    go()
                except:
                ^^^^^^
                    pass

            Better
                Name what you expect to fail, for example `except KeyError:`

                try:
                    go()
                except Exception:
                    pass

                try:
                    go()
                except KeyError:
                    pass

            In an interview
                Question: which line above can raise?

                A strong answer: Only the lookup can. The handler names it, and everything
                else is a defect.

            When it is fine
                At the outermost loop of a program that logs and re-raises.

                Say so at the place itself: `# noqa: PLS201` silences this rule on its line.

            Fix and its safety
                Unsafe: behaviour may change or a comment may be lost, so read the change
                before you keep it.

            Equivalents
                E722, W0702 (understood wherever a code or a name is)
            """));

    [Test]
    public void A_page_in_markdown_has_the_same_sections()
    {
        var page = Write(output => RuleDocuments.WriteMarkdownPages(output, [Make.Rule]));
        page.Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Should().Equal(Sections.Select(section => "## " + section));
        page.Should().StartWith("# PLS201 bare-except\n").And.Contain("\n```python\ntry:\n    go()\nexcept:\n    pass\n```\n");
    }

    [Test]
    public void Pages_of_several_rules_are_parted_by_a_blank_line()
    {
        var pages = Write(output => RuleDocuments.WritePages(output, EngineDiagnostics.All, new TextOptions()));
        foreach (var rule in EngineDiagnostics.All)
        {
            pages.Should().Contain($"{rule.Code} {rule.Name}\nerror · engine · fix: none\n");
        }

        pages.Should().Contain("\n\nPLS001 ").And.NotContain("{problem}.");
    }

    [Test]
    public void The_table_has_one_row_a_rule() =>
        Write(output => RuleDocuments.WriteTable(output, [Make.Rule], new TextOptions())).Should().Be(Lines("""
            CODE    NAME         AREA          LEVEL    FIX     DEFAULT
            PLS201  bare-except  control-flow  warning  unsafe  on
            """));

    [Test]
    public void The_table_can_be_markdown() =>
        Write(output => RuleDocuments.WriteMarkdownTable(output, [Make.Rule])).Should().Be(Lines("""
            | Code | Name | Area | Level | Fix | Default |
            |---|---|---|---|---|---|
            | PLS201 | bare-except | control-flow | warning | unsafe | on |
            """));

    [Test]
    public void A_rule_in_json_has_everything_but_the_hidden_examples()
    {
        var rule = Json(output => RuleDocuments.WriteJson(output, [Make.Rule])).EnumerateArray().Single();
        rule.EnumerateObject().Select(property => property.Name).Should().Equal(
            "code", "name", "area", "severity", "aliases", "message", "otherMessages", "why", "instead", "interview", "fineWhen", "fix", "default", "preview", "examples");
        rule.GetProperty("code").GetString().Should().Be("PLS201");
        rule.GetProperty("area").GetString().Should().Be("control-flow");
        rule.GetProperty("severity").GetString().Should().Be("warning");
        rule.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()).Should().Equal("E722", "W0702");
        rule.GetProperty("interview").GetProperty("question").GetString().Should().Be("which line above can raise?");
        rule.GetProperty("interview").GetProperty("answer").GetString().Should().StartWith("Only the lookup");
        rule.GetProperty("fix").GetString().Should().Be("unsafe");
        rule.GetProperty("examples").GetArrayLength().Should().Be(2);
    }

    [Test]
    public void An_example_in_json_has_code_without_marks_and_their_places()
    {
        var examples = Json(output => RuleDocuments.WriteJson(output, Make.Rule)).GetProperty("examples");
        examples[0].GetProperty("code").GetString().Should().Be("try:\n    go()\nexcept:\n    pass");
        examples[0].GetProperty("bad").GetBoolean().Should().BeTrue();
        examples[0].GetProperty("fixedTo").GetString().Should().Contain("except Exception:");
        examples[0].GetProperty("spans").EnumerateArray().Single().GetRawText().Where(char.IsAsciiDigit)
            .Should().Equal("14203137", "offsets 14 to 20, line 3 column 1 to line 3 column 7");
        examples[1].GetProperty("bad").GetBoolean().Should().BeFalse();
        examples[1].GetProperty("spans").GetArrayLength().Should().Be(0);
        examples[1].GetProperty("fixedTo").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [TestCase("[|a|] + [|b|]", "a + b", "[0..1) [4..5)")]
    [TestCase("def f()[||]\n", "def f()\n", "[7..7)")]
    [TestCase("x[a | b]", "x[a | b]", "")]
    public void Marks_become_spans(string marked, string code, string spans)
    {
        var markup = ExampleMarkup.Of(Example.Bad(marked));
        markup.Code.Should().Be(code);
        string.Join(' ', markup.Spans).Should().Be(spans);
    }

    private static string Write(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }

    private static JsonElement Json(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement;
    }

    private static string Lines(string expected) => expected.ReplaceLineEndings("\n") + "\n";
}
