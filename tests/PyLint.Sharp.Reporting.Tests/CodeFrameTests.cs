using PyLint.Sharp.Analysis;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests;

public class CodeFrameTests
{
    private static readonly SourceText Account = Make.Source("""
        import os


        class Account:
            def withdraw(self, amount):
                try:
                    self.balance -= amount
                    self.log(amount)

                    self.save()
                except:
                    return 0

            def x(self): pass
        """);

    private static readonly SourceText Numbered = Make.Source(string.Concat(Enumerable.Range(1, 120).Select(i => $"line{i}\n")));

    private static readonly SourceText Long = Make.Source($"value = [{string.Join(", ", Enumerable.Range(0, 60))}] + oops\n");

    [Test]
    public void Places_on_several_lines_carry_their_labels_and_a_gap_stands_for_what_is_between() =>
        Make.Frame(
            Account,
            Account.Find("except:"),
            80,
            new DiagnosticLabel(Account.Find("try"), "the guarded block starts here"),
            new DiagnosticLabel(Account.Find("except:"), "every exception lands here"),
            new DiagnosticLabel(Account.Find("return 0"), "and is turned into a silent 0"))
        .Should().Be(Lines("""
               |
             6 |         try:
               |         --- the guarded block starts here
            …
            10 |             self.save()
            11 |         except:
               |         ^^^^^^^ every exception lands here
            12 |             return 0
               |             -------- and is turned into a silent 0
               |
            """));

    [Test]
    public void Labels_without_room_hang_below_right_most_first()
    {
        var source = Make.Source("foo(bar, baz, qux)\n");
        Make.Frame(
            source,
            source.Find("bar"),
            80,
            new DiagnosticLabel(source.Find("foo"), "label foo"),
            new DiagnosticLabel(source.Find("bar"), "primary"),
            new DiagnosticLabel(source.Find("baz"), "label baz"),
            new DiagnosticLabel(source.Find("qux"), "label qux"))
        .Should().Be(Lines("""
              |
            1 | foo(bar, baz, qux)
              | --- ^^^  ---  --- label qux
              | |   |    |
              | |   |    label baz
              | |   primary
              | label foo
              |
            """));
    }

    [Test]
    public void Labels_with_room_stand_beside_their_marks()
    {
        var source = Make.Source("a" + new string(' ', 30) + "b\n");
        Make.Frame(source, source.Find("b"), 80, new(source.Find("a"), "first one"), new(source.Find("b"), "second")).Should().Be(Lines("""
              |
            1 | a                              b
              | - first one                    ^ second
              |
            """));
    }

    [Test]
    public void A_place_inside_the_primary_one_keeps_its_label()
    {
        var source = Make.Source("a = f(g(h(x)))\n");
        Make.Frame(
            source,
            source.Find("g(h(x))"),
            80,
            new DiagnosticLabel(source.Find("h(x)"), "inner"),
            new DiagnosticLabel(source.Find("g(h(x))"), "outer"),
            new DiagnosticLabel(source.Find("x"), "argument"))
        .Should().Be(Lines("""
              |
            1 | a = f(g(h(x)))
              |       ^^^^^^^ outer
              |         | |
              |         | argument
              |         inner
              |
            """));
    }

    [Test]
    public void Two_labels_at_the_same_start_are_both_shown()
    {
        var source = Make.Source("a = f(g(h(x)))\n");
        Make.Frame(source, source.Find("g"), 80, new(source.Find("g(h(x))"), "call"), new(source.Find("g"), "name")).Should().Be(Lines("""
              |
            1 | a = f(g(h(x)))
              |       ^------ call
              |       |
              |       name
              |
            """));
    }

    [Test]
    public void A_place_of_several_lines_has_a_bar_at_the_left() =>
        Make.Frame(Numbered, Between(Numbered, "line10", "line12")).Should().Be(Lines("""
               |
             8 |   line8
             9 |   line9
            10 | / line10
            11 | | line11
            12 | | line12
               | \______^
            13 |   line13
            14 |   line14
               |
            """));

    [Test]
    public void A_long_place_shows_its_first_and_last_lines() =>
        Make.Frame(Numbered, Between(Numbered, "line10", "line30")).Should().Be(Lines("""
               |
             8 |   line8
             9 |   line9
            10 | / line10
            11 | | line11
            …    |
            29 | | line29
            30 | | line30
               | \______^
            31 |   line31
            32 |   line32
               |
            """));

    [Test]
    public void A_place_that_begins_within_a_line_is_tied_to_its_bar() =>
        Make.Frame(Account, Between(Account, "withdraw", "return 0"), 80, new DiagnosticLabel(Account.Find("import"), "imported"))
            .Should().Be(Lines("""
                   |
                 1 |   import os
                   |   ------ imported
                …
                 4 |   class Account:
                 5 |       def withdraw(self, amount):
                   |  _________^
                 6 | |         try:
                …    |
                11 | |         except:
                12 | |             return 0
                   | \____________________^
                13 |
                14 |       def x(self): pass
                   |
                """));

    [Test]
    public void Bars_that_overlap_stand_side_by_side() =>
        Make.Frame(
            Account,
            Between(Account, "try", "return 0"),
            80,
            new DiagnosticLabel(Between(Account, "amount):", "-= amount"), "from here to there"),
            new DiagnosticLabel(Account.Find("self.save()"), "written here"))
        .Should().Be(Lines("""
               |
             4 |     class Account:
             5 |         def withdraw(self, amount):
               |  __________________________-
             6 | | /         try:
             7 | | |             self.balance -= amount
               | \_|__________________________________- from here to there
            …      |
            10 |   |             self.save()
               |   |             ----------- written here
            11 |   |         except:
            12 |   |             return 0
               |   \____________________^
            13 |
            14 |         def x(self): pass
               |
            """));

    [Test]
    public void The_gutter_is_as_wide_as_the_largest_number() =>
        Make.Frame(Numbered, Numbered.Find("line99"), 80, new DiagnosticLabel(Numbered.Find("line7"), "seven")).Should().Be(Lines("""
                |
              7 | line7
                | ----- seven
            …
             97 | line97
             98 | line98
             99 | line99
                | ^^^^^^
            100 | line100
            101 | line101
                |
            """));

    [Test]
    public void A_gap_of_one_line_is_shown_instead() =>
        Make.Frame(Numbered, Numbered.Find("line50"), 80, new DiagnosticLabel(Numbered.Find("line46"), "a")).Should().Be(Lines("""
               |
            46 | line46
               | ------ a
            47 | line47
            48 | line48
            49 | line49
            50 | line50
               | ^^^^^^
            51 | line51
            52 | line52
               |
            """));

    [Test]
    public void A_tab_takes_four_cells()
    {
        var source = Make.Source("\tif x:\n\t\treturn\ty\n");
        Make.Frame(source, source.Find("y")).Should().Be(Lines("""
              |
            1 |     if x:
            2 |         return    y
              |                   ^
              |
            """));
    }

    [Test]
    public void Wide_characters_take_two_cells()
    {
        var source = Make.Source("名前 = 値 + missing\n");
        Make.Frame(source, source.Find("値"), 80, new DiagnosticLabel(source.Find("missing"), "who?")).Should().Be(Lines("""
              |
            1 | 名前 = 値 + missing
              |        ^^   ------- who?
              |
            """));
    }

    [Test]
    public void Combining_marks_take_no_cell()
    {
        var source = Make.Source("cafe\u0301 = z\n");
        Make.Frame(source, source.Find("z")).Should().Be(Lines($"""
              |
            1 | cafe{'\u0301'} = z
              |        ^
              |
            """));
    }

    [Test]
    public void What_hides_or_moves_text_is_shown_as_what_it_is()
    {
        var source = Make.Source("a = '\u202e\u001b[2J\u0085\u007f\u200d' + y\n");
        Make.Frame(source, source.Find("y")).Should().Be(Lines("""
              |
            1 | a = '<U+202E>␛[2J<U+0085>␡<U+200D>' + y
              |                                       ^
              |
            """));
    }

    [TestCase("print('a'", 9, "1 | print('a'", "  |          ^")]
    [TestCase("", 0, "1 |", "  | ^")]
    [TestCase("x = 1;y = 2\n", 6, "1 | x = 1;y = 2", "  |       ^")]
    public void An_empty_place_is_one_mark(string text, int offset, string line, string mark) =>
        Make.Frame(Make.Source(text), new TextSpan(offset, offset)).Should().Be($"  |\n{line}\n{mark}\n  |\n");

    [Test]
    public void The_end_of_a_file_that_ends_in_a_line_break_is_on_the_line_behind_it() =>
        Make.Frame(Make.Source("print('a'\n"), new TextSpan(10, 10)).Should().Be(Lines("""
              |
            1 | print('a'
            2 |
              | ^
              |
            """));

    [Test]
    public void A_line_break_is_one_cell_behind_its_line() =>
        Make.Frame(Make.Source("x = 1\r\ny = 2\r\n"), new TextSpan(5, 7)).Should().Be(Lines("""
              |
            1 | x = 1
              |      ^
            2 | y = 2
              |
            """));

    [Test]
    public void A_line_too_long_is_cut_where_nothing_is_marked()
    {
        Make.Frame(Long, Long.Find("value"), 50).Should().Be(Lines("""
              |
            1 | value = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11…
              | ^^^^^
              |
            """));
        Make.Frame(Long, Long.Find("30"), 50, new DiagnosticLabel(Long.Find("30"), "thirty")).Should().Be(Lines("""
              |
            1 | … 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35,…
              |                       ^^ thirty
              |
            """));
        Make.Frame(Long, Long.Find("oops"), 50).Should().Be(Lines("""
              |
            1 | …0, 51, 52, 53, 54, 55, 56, 57, 58, 59] + oops
              |                                           ^^^^
              |
            """));
    }

    [Test]
    public void A_place_longer_than_the_terminal_shows_its_start() =>
        Make.Frame(Long, Between(Long, "[", "]"), 50).Should().Be(Lines("""
              |
            1 | …[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1…
              |  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
              |
            """));

    [Test]
    public void A_cut_through_a_wide_character_keeps_the_width([Values(50, 51)] int width, [Values("界", "😀")] string character)
    {
        var source = Make.Source($"x = '{string.Concat(Enumerable.Repeat(character, 60))}' + oops\n");
        foreach (var place in new[] { "x", "oops", character })
        {
            var row = Make.Frame(source, source.Find(place), width).Split('\n')[1];
            Text.TerminalText.WidthOf(row).Should().Be(width);
        }
    }

    [Test]
    public void No_row_of_source_is_wider_than_the_terminal([Range(30, 130, 7)] int width)
    {
        var rows = Make.Frame(Long, Long.Find("41"), width).Split('\n');
        rows.Should().OnlyContain(row => row.Length <= width);
        rows[2].IndexOf('^').Should().Be(rows[1].IndexOf("41", StringComparison.Ordinal));
    }

    private static TextSpan Between(SourceText source, string first, string last) =>
        new(source.Find(first).Start, source.Find(last).End);

    private static string Lines(string expected) => expected.ReplaceLineEndings("\n") + "\n";
}
