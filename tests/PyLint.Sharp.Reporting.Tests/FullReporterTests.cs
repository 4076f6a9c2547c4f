using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class FullReporterTests
{
    private static readonly SourceText Source = Make.Source("try:\n    go()\nexcept:\n    pass\n", "src/bank.py");

    private static readonly Diagnostic Finding = Make.Finding(Source.Find("except:")) with
    {
        Symbol = "Account.withdraw",
        Fix = new Fix("catch `Exception` instead", FixSafety.Unsafe, [new TextEdit(Source.Find("except:"), "except Exception:")]),
    };

    [Test]
    public void A_finding_says_what_where_why_and_what_to_do() =>
        Make.Full(Make.Report(Source, Finding)).Should().Be(Lines("""
            warning[PLS201] bare-except: this `except:` also catches Ctrl-C    [fix: unsafe]
             --> src/bank.py:3:1  in `Account.withdraw`
              |
            1 | try:
            2 |     go()
            3 | except:
              | ^^^^^^^
            4 |     pass
              |
             = why:  KeyboardInterrupt and SystemExit derive from BaseException, so they are
                     swallowed too.
             = help: name what you expect to fail, for example `except KeyError:`
             = ask yourself: which line above can raise?
             = docs: pylint-sharp explain PLS201
             = fix (unsafe, run with --fix --unsafe-fixes): catch `Exception` instead
             3 - except:
             3 + except Exception:

            Found 1 problem (1 warning) in 1 of 1 file — 1 fixable with --fix --unsafe-fixes.
            """));

    [Test]
    public void Without_explanations_only_the_advice_is_left() =>
        Make.Full(Make.Report(Source, Finding with { Fix = null, Symbol = null }), new TextOptions { Explain = ExplainLevel.None })
            .Should().Be(Lines("""
                warning[PLS201] bare-except: this `except:` also catches Ctrl-C
                 --> src/bank.py:3:1
                  |
                1 | try:
                2 |     go()
                3 | except:
                  | ^^^^^^^
                4 |     pass
                  |
                 = help: name what you expect to fail, for example `except KeyError:`
                 = docs: pylint-sharp explain PLS201

                Found 1 problem (1 warning) in 1 of 1 file.
                """));

    [Test]
    public void The_page_of_a_rule_comes_once_in_a_run()
    {
        var output = Make.Full(Make.Report(Source, Finding, Finding), new TextOptions { Explain = ExplainLevel.Full });
        output.Split("In an interview").Should().HaveCount(2);
    }

    [Test]
    public void Help_keeps_its_lines_and_its_code()
    {
        var help = "write\n    except (KeyError, IndexError) as a_name_that_is_long_enough_to_be_wrapped_if_this_were_prose:\nor leave it";
        Make.Full(Make.Report(Source, Finding with { Help = help })).Should().Contain("""
             = help: write
                         except (KeyError, IndexError) as a_name_that_is_long_enough_to_be_wrapped_if_this_were_prose:
                     or leave it

            """.ReplaceLineEndings("\n"));
    }

    [TestCase(40)]
    [TestCase(80)]
    [TestCase(100)]
    [TestCase(300)]
    public void Prose_is_as_wide_as_the_terminal_but_never_wider_than_a_hundred(int width)
    {
        var why = string.Concat(Enumerable.Repeat("word ", 100)).TrimEnd();
        var rows = Make.Full(Make.Report(Source, Finding with { Why = why }), new TextOptions { Width = width }).Split('\n');
        var prose = rows.Where(row => row.Contains("word", StringComparison.Ordinal)).ToList();
        prose.Max(row => row.Length).Should().BeInRange(Math.Min(width, 100) - 5, Math.Min(width, 100));
        prose.Sum(row => row.Split("word").Length - 1).Should().Be(100);
    }

    [Test]
    public void A_file_that_cannot_be_read_has_no_frame()
    {
        var file = new FileReport(SourceText.From("", "x.py"), FileStatus.Unreadable, [EngineDiagnostics.CannotReadFile.At(default, "permission denied")]);
        Make.Full(file).Should().Be(Lines("""
            error[PLS001] unreadable-file: cannot read this file: permission denied
             --> x.py

            Found 1 problem (1 error) in 1 of 1 file.
            """));
    }

    [Test]
    public void Everything_in_the_output_is_visible()
    {
        var evil = "\u001b[31m\u0007\u009b2J\u202e\u200b\r\u2028";
        var source = Make.Source($"x = '{evil}'\n", $"a{evil}.py");
        var finding = Make.Finding(new TextSpan(0, 1), new DiagnosticLabel(new TextSpan(2, 3), evil)) with
        {
            Message = evil,
            Why = evil,
            Help = evil,
            Symbol = evil,
            Fix = new Fix(evil, FixSafety.Safe, [new TextEdit(new TextSpan(0, 1), evil)]),
        };
        foreach (var output in new[] { Make.Full(Make.Report(source, finding)), Make.Text(o => new ConciseReporter(o, new TextOptions()), Make.Report(source, finding)) })
        {
            output.Where(c => c != '\n' && (char.IsControl(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.Format))
                .Should().BeEmpty();
        }
    }

    [Test]
    public void Colour_only_adds_to_the_text()
    {
        var plain = Make.Full(Make.Report(Source, Finding));
        var colored = Make.Full(Make.Report(Source, Finding), new TextOptions { HasColor = true });
        colored.Should().Contain("\e[1;33mwarning[PLS201]\e[0m").And.Contain("\e[31m 3 -\e[0m").And.Contain("\e[32m 3 +\e[0m");
        System.Text.RegularExpressions.Regex.Replace(colored, "\e\\[[0-9;]*m", "").Should().Be(plain);
    }

    [TestCase(Severity.Error, "\e[1;91m", "error", "1 error")]
    [TestCase(Severity.Warning, "\e[1;33m", "warning", "1 warning")]
    [TestCase(Severity.Info, "\e[1;94m", "info", "1 note")]
    public void A_severity_has_a_word_a_colour_and_a_count(Severity severity, string color, string word, string count)
    {
        var output = Make.Full(Make.Report(Source, Finding with { Severity = severity }), new TextOptions { HasColor = true });
        output.Should().StartWith($"{color}{word}[PLS201]\e[0m").And.Contain($"Found 1 problem ({count})");
    }

    [Test]
    public void A_fault_of_the_tool_itself_has_a_colour_of_its_own() =>
        Make.Full(Make.Report(Source, EngineDiagnostics.RuleCrashed.At(default, "a-rule", "Oops")), new TextOptions { HasColor = true })
            .Should().StartWith("\e[1;35merror[PLS003]\e[0m");

    [Test]
    public void Findings_over_the_limit_are_counted_only() =>
        Make.Text(output => new LimitedReporter(new FullReporter(output, new TextOptions()), 1), Make.Report(Source, Finding, Finding, Finding))
            .Should().EndWith("Found 3 problems (3 warnings) in 1 of 1 file — 3 fixable with --fix --unsafe-fixes. 2 not shown; --max-diagnostics none shows all.\n");

    [Test]
    public void A_clean_run_says_so() => Make.Full(Make.Report(Source)).Should().Be("All clear: 1 file, 0 problems.\n");

    [Test]
    public void A_run_over_nothing_says_nothing() =>
        Make.Text(output => new FullReporter(output, new TextOptions())).Should().BeEmpty();

    [Test]
    public void The_footer_counts_what_can_be_fixed()
    {
        var safe = Finding with { Fix = Finding.Fix! with { Safety = FixSafety.Safe }, Severity = Severity.Error };
        var note = Finding with { Fix = null, Severity = Severity.Info };
        Make.Full(Make.Report(Source, safe, safe, Finding, note))
            .Should().EndWith("Found 4 problems (2 errors, 1 warning, 1 note) in 1 of 1 file — 2 fixable with --fix, 1 more with --unsafe-fixes.\n")
            .And.Contain(" = fix (safe, run with --fix): catch").And.Contain(" = fix (unsafe, run with --fix --unsafe-fixes): catch");
    }

    [Test]
    public void The_concise_format_is_one_line_a_finding() =>
        Make.Text(output => new ConciseReporter(output, new TextOptions()), Make.Report(Source, Finding, Finding), Make.Report(Source))
            .Should().Be(Lines("""
                src/bank.py:3:1: warning[PLS201] this `except:` also catches Ctrl-C
                src/bank.py:3:1: warning[PLS201] this `except:` also catches Ctrl-C
                """));

    private static string Lines(string expected) => expected.ReplaceLineEndings("\n") + "\n";
}
