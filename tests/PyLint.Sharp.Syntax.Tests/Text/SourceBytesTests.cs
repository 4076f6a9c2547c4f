using System.Text;
using PyLint.Sharp.Syntax.Tests.Parsing;
using PyLint.Sharp.Syntax.Tests.Validation;

namespace PyLint.Sharp.Syntax.Tests.Text;

/// <summary>Whether odd bytes are Python: CPython's verdict is in the table, ours and that of each CPython of this machine are held to it.</summary>
[TestFixture]
public sealed class SourceBytesTests
{
    private const string Mark = "\u00EF\u00BB\u00BF";

    private static readonly string Brackets = new('[', 200);
    private static readonly string BracketsEnd = new(']', 200);

    /// <summary>What it is, its bytes as the first 256 characters, and whether they are Python.</summary>
    private static readonly (string Name, string Bytes, bool IsPython)[] Rows =
    [
        ("empty", "", true),
        ("only a byte order mark", Mark, true),
        ("only spaces", "   ", true),
        ("no final newline", "x = 1", true),
        ("a byte order mark", Mark + "x = 1\n", true),
        ("a byte order mark and its own cookie", Mark + "# coding: utf-8\n", true),
        ("a byte order mark and another name of its cookie", Mark + "# coding: utf8\n", false),
        ("a byte order mark and another cookie", Mark + "# coding: latin-1\n", false),
        ("a second byte order mark", Mark + Mark + "x = 1\n", false),
        ("a cookie on line 1", "# coding: latin-1\nx = '\u00E9'\n", true),
        ("a cookie on line 2 behind a comment", "#!python\n# -*- coding: latin-1 -*-\nx = '\u00E9'\n", true),
        ("a cookie on line 2 behind a blank line", "\n# coding=latin-1\nx = '\u00E9'\n", true),
        ("a cookie behind a form feed", "\f# coding: latin-1\nx = '\u00E9'\n", true),
        ("a cookie on line 2 behind code", "x = 1\n# coding: latin-1\ny = '\u00E9'\n", false),
        ("a cookie on line 3", "\n\n# coding: latin-1\nx = '\u00E9'\n", false),
        ("a cookie behind code on its line", "x = 1 # coding: latin-1\ny = '\u00E9'\n", false),
        ("an unknown cookie", "# coding: foobar\nx = 1\n", false),
        ("no UTF-8", "x = '\u00FF'\n", false),
        ("a surrogate in UTF-8", "x = '\u00ED\u00A0\u0080'\n", false),
        ("an overlong character", "x = '\u00C0\u0080'\n", false),
        ("half a character", "x = '\u00C3'\n", false),
        ("a NUL in code", "x = 1\0\n", false),
        ("a NUL in a string", "x = 'a\0b'\n", false),
        ("a NUL in a comment", "# a\0b\nx = 1\n", false),
        ("lone carriage returns", "x = 1\ry = 2\r", true),
        ("all line ends", "if x:\r\n    y\r    z\n    w\r\n", true),
        ("a form feed before code", "\fx = 1\n", true),
        ("a form feed in the indentation", "if x:\n    y\n  \f    z\n", true),
        ("a vertical tab", "x =\v1\n", false),
        ("a no-break space", "x =\u00C2\u00A01\n", false),
        ("a zero-width space", "x =\u00E2\u0080\u008B1\n", false),
        ("a line separator", "x = 1\u00E2\u0080\u00A8y = 2\n", false),
        ("a DOS end of file", "x = 1\n\u001A", false),
        ("a bidirectional control in a comment", "# \u00E2\u0080\u00AE\nx = 1\n", true),
        ("a bidirectional control in code", "x = \u00E2\u0080\u00AE1\n", false),
        ("names that are equal after NFKC", "def f():\n    \u00EF\u00AC\u0081 = 1\n    def g():\n        nonlocal fi\n", true),
        ("tabs that are clear", "if x:\n    if y:\n    \tz\n    \tz\n", true),
        ("tabs that are ambiguous", "if x:\n        y\n\tz\n", false),
        ("a backslash at the end", "x = 1 \\", false),
        ("4,300 digits", "x = " + new string('9', 4300) + "\n", true),
        ("5,000 digits", "x = " + new string('9', 5000) + "\n", false),
        ("5,000 hexadecimal digits", "x = 0x" + new string('9', 5000) + "\n", true),
        ("200 brackets", Brackets + BracketsEnd + "\n", true),
        ("201 brackets", "(" + Brackets + BracketsEnd + ")\n", false),
        ("99 levels of indentation", Indented(99), true),
        ("100 levels of indentation", Indented(100), false),
    ];

    private static IEnumerable<TestCaseData> All() =>
        Rows.Select(row => new TestCaseData(row.Bytes, row.IsPython).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(All))]
    public void It_is_Python_or_an_error_as_in_CPython(string bytes, bool isPython)
    {
        var tree = Parsed.From(Encoding.Latin1.GetBytes(bytes));

        (tree.Errors.IsEmpty && tree.Text.EncodingErrors.IsEmpty).Should().Be(isPython);
    }

    /// <summary>The limit of digits came with 3.11, and an error for a NUL in a comment with 3.12.</summary>
    [Test]
    public void Each_installed_CPython_says_so()
    {
        foreach (var python in InstalledPython.FindOrIgnore(12, 15))
        {
            var verdicts = python.Compiles(Rows.Select(row => Encoding.Latin1.GetBytes(row.Bytes)));
            Rows.Where((row, i) => verdicts[i] != row.IsPython).Select(row => row.Name).Should().BeEmpty("{0} decides", python);
        }
    }

    private static string Indented(int levels)
    {
        var text = new StringBuilder();
        for (var i = 0; i < levels; i++)
        {
            text.Append(' ', i).Append("class C:\n");
        }

        return text.Append(' ', levels).Append("pass\n").ToString();
    }
}
