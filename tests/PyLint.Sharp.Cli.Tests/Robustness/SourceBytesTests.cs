using System.Text;
using PyLint.Sharp.Analysis.Selection;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>R14: files of every encoding and every kind of damage, checked and fixed; what Python reads comes back in its own bytes.</summary>
public class SourceBytesTests : CommandLineTest
{
    private const string Mark = "\u00EF\u00BB\u00BF";

    /// <summary>What it is, its bytes as the first 256 characters, and what the engine says; nothing when Python takes the file.</summary>
    private static readonly (string Name, string Bytes, string Code)[] Rows =
    [
        ("plain", "old = 1\n", ""),
        ("a byte order mark", Mark + "old = 1\n", ""),
        ("a byte order mark and its cookie", Mark + "# coding: utf-8\nold = 1\n", ""),
        ("a byte order mark and another name of its cookie", Mark + "# coding: utf8\nold = 1\n", "PLS002"),
        ("a byte order mark and another cookie", Mark + "# coding: latin-1\nold = 1\n", "PLS002"),
        ("a second byte order mark", Mark + Mark + "old = 1\n", "PLS000"),
        ("UTF-8", "old = '\u00F0\u009F\u0090\u008D \u00C3\u00A9'\n", ""),
        ("latin-1", "# coding: latin-1\nold = '\u00E9\u0080\u00FF'\n", ""),
        ("iso-8859-15", "# coding: iso-8859-15\nold = '\u00A4'\n", ""),
        ("cp1252 behind a shebang", "#!/usr/bin/python\n# -*- coding: cp1252 -*-\nold = '\u0080'\n", ""),
        ("cp1251 behind a blank line", "\n# vim: set fileencoding=cp1251 :\nold = '\u00EF\u00F0\u00E8'\n", ""),
        ("koi8-r", "# coding=koi8-r\nold = '\u00D0\u00D2\u00C9'\n", ""),
        ("cp437", "# coding: cp437\nold = '\u0081'\n", ""),
        ("ascii", "# coding: ascii\nold = 1\n", ""),
        ("shift_jis, with a backslash as second byte", "# coding: shift_jis\nold = '\u0095\\'\n", ""),
        ("euc-jp", "# coding: euc-jp\nold = '\u00C6\u00FC'\n", ""),
        ("gbk", "# coding: gbk\nold = '\u00D6\u00D0'\n", ""),
        ("big5", "# coding: big5\nold = '\u00A4\u00A4'\n", ""),
        ("utf-8-sig", "# coding: utf-8-sig\nold = 1\n", ""),
        ("Windows line ends", "old = 1\r\nif old:\r\n    pass\r\n", ""),
        ("lone carriage returns", "old = 1\rx = 2\r", ""),
        ("all line ends", "if old:\r\n    x\r    y\n    z\r\n", ""),
        ("no final newline", "x = old", ""),
        ("form feeds", "\fold = 1\n\f\nif x:\n  \f  y\n", ""),
        ("a bidirectional control in a comment", "old = 1  # \u00E2\u0080\u00AE\n", ""),
        ("a name that NFKC changes", "\u00EF\u00AC\u0081 = old\n", ""),
        ("tabs that are clear", "if old:\n\tif y:\n\t    z\n", ""),
        ("a cookie on line 3", "\n\n# coding: latin-1\nold = '\u00E9'\n", "PLS002"),
        ("a cookie behind code", "old = 1\n# coding: latin-1\ny = '\u00E9'\n", "PLS002"),
        ("a cookie that nobody knows", "# coding: foobar\nold = 1\n", "PLS002"),
        ("a cookie that promises less", "# coding: ascii\nold = '\u00E9'\n", "PLS002"),
        ("a byte that UTF-8 has not", "old = '\u00FF'\n", "PLS002"),
        ("a surrogate in UTF-8", "old = '\u00ED\u00A0\u0080'\n", "PLS002"),
        ("an overlong character", "old = '\u00C0\u0080'\n", "PLS002"),
        ("a character beyond Unicode", "old = '\u00F4\u0090\u0080\u0080'\n", "PLS002"),
        ("half a character at the end", "old = 1 # \u00E2\u0082", "PLS002"),
        ("UTF-16", "\u00FF\u00FEo\0l\0d\0", "PLS000 PLS002"),
        ("a NUL", "old = 1\0\n", "PLS000"),
        ("a NUL in a string", "old = 'a\0b'\n", "PLS000"),
        ("a NUL in a comment", "old = 1 # a\0b\n", "PLS000"),
        ("a vertical tab", "old =\v1\n", "PLS000"),
        ("a no-break space", "old =\u00C2\u00A01\n", "PLS000"),
        ("a zero-width space", "old =\u00E2\u0080\u008B1\n", "PLS000"),
        ("a line separator", "old = 1\u00E2\u0080\u00A8y = 2\n", "PLS000"),
        ("a DOS end of file", "old = 1\n\u001A", "PLS000"),
        ("tabs that are ambiguous", "if old:\n        y\n\tz\n", "PLS000"),
        ("a backslash at the end", "old = 1 \\", "PLS000"),
        ("5,000 digits", "old = " + new string('9', 5000) + "\n", "PLS000"),
    ];

    private static IEnumerable<TestCaseData> All() => Rows.Select(row => new TestCaseData(row.Bytes, row.Code).SetArgDisplayNames(row.Name));

    private protected override RuleCatalog Catalog { get; } = new([new SoundRule()]);

    private string File => Path.Combine(Folder, "a.py");

    [TestCaseSource(nameof(All))]
    public void It_is_checked_to_the_end(string bytes, string code)
    {
        System.IO.File.WriteAllBytes(File, Encoding.Latin1.GetBytes(bytes));
        var result = Run("check", "--output-format", "concise");
        result.ExitCode.Should().Be(1);
        result.Error.Should().BeEmpty();
        var found = result.Output.Split('\n').Select(line => line.Split('[', ']')).Where(parts => parts.Length > 1).Select(parts => parts[1]).ToList();
        found.Where(other => other != "PLS201").Distinct().Should().BeEquivalentTo(code.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        found.Count(other => other == "PLS201").Should().Be(bytes.StartsWith('\u00FF') ? 0 : bytes.Split("old").Length - 1, "a mistake hides no finding");
    }

    [TestCaseSource(nameof(All))]
    public void It_is_fixed_in_its_own_encoding_or_left_alone(string bytes, string code)
    {
        var before = Encoding.Latin1.GetBytes(bytes);
        System.IO.File.WriteAllBytes(File, before);
        Run("check", "--fix").ExitCode.Should().Be(code.Length > 0 ? 1 : 0);
        System.IO.File.ReadAllBytes(File).Should().Equal(code.Length > 0 ? before : Encoding.Latin1.GetBytes(bytes.Replace("old", "newer")));
        Directory.GetFiles(Folder).Should().ContainSingle();
    }
}
