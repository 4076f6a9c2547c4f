using PyLint.Sharp.Cli.Tests.Caching;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Which files of a run hide modules of the standard library from which others.</summary>
public class SubmissionTests : CacheTest
{
    private const string Finding = "`import random` finds your own `";
    private const string Using = "import random\nprint(random.choice([1]))\n";

    [TestCase("random.py", "game.py")]
    [TestCase("random/__init__.py", "game.py")]
    [TestCase("src/random.py", "src/game.py")]
    [TestCase("random.py", "game/play.py", "game/__init__.py")]
    [TestCase("random.py", "random.py")]
    [TestCase("src/random.py", "src/game/rules/play.py", "src/game/__init__.py", "src/game/rules/__init__.py")]
    public void A_file_where_imports_begin_hides_a_module(string hiding, string importing, params string[] others)
    {
        WriteAll(hiding, importing, others);

        Run("check", ".", "--select", "PLS304").Output.Should().Contain(Finding + hiding);
    }

    [TestCase("utils/random.py", "utils/game.py")]
    [TestCase("random.py", "tools/game.py")]
    [TestCase("random.py", "game.py", "__init__.py")]
    [TestCase("random.pyi", "game.py")]
    [TestCase("randoms.py", "game.py")]
    [TestCase("random/dice.py", "game.py")]
    [TestCase("random.py", "a/game/play.py", "a/game/__init__.py")]
    [Description("ruff #15399, pyright PR #4132")]
    public void A_file_elsewhere_hides_nothing(string hiding, string importing, params string[] others)
    {
        WriteAll(hiding, importing, others);

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain(Finding);
    }

    [TestCase("def choice(xs):\n    return xs[0]\n")]
    [TestCase("from dice import *\n")]
    [TestCase("def __getattr__(name):\n    return name\n")]
    [TestCase("globals()['choice'] = max\n")]
    [TestCase("import sys\nsys.modules[__name__] = max\n")]
    [TestCase("def (\n")]
    public void A_file_that_may_have_the_name_is_not_told_off(string content)
    {
        Write("game.py", Using);
        Write("random.py", content);

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain(Finding);
    }

    [Test]
    public void A_submodule_is_a_name_of_its_package()
    {
        Write("json/__init__.py", "");
        Write("json/decoder.py", "");
        Write("read.py", "from json import decoder\nimport json\n");

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain("finds your own");
        Write("read.py", "from json import loads\n");
        Run("check", ".", "--select", "PLS304").Output.Should().Contain("finds your own `json/__init__.py`");
    }

    [Test]
    public void A_folder_on_the_command_line_is_one_where_imports_begin()
    {
        WriteAll("first/random.py", "first/game.py", []);

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain(Finding);
        Run("check", "first", "--select", "PLS304").Output.Should().Contain(Finding);
    }

    [Test]
    public void A_cache_knows_what_came_beside_a_file()
    {
        Write("game.py", Using);
        foreach (var step in (Action[])[() => { }, () => Write("random.py", ""), () => Write("random.py", "choice = max\n"), () => File.Delete(Path.Combine(Folder, "random.py"))])
        {
            step();
            RequireSame("after a step", "check", ".", "--select", "PLS304", "--output-format", "json");
        }

        Write("random.py", "");
        Run("check", ".", "--select", "PLS304").Output.Should().Contain(Finding);
    }

    [TestCase("import random\nprint(random.choice([1]))\n", true)]
    [TestCase("from random import roll, choice\n", true)]
    [TestCase("import sys, random # dice\nprint(random.choice([1]))\n", true)]
    [TestCase("import random\nprint(random.roll())\n", false)]
    [TestCase("from random import roll\n", false)]
    [TestCase("import randomness\nprint(random.choice([1]))\n", false)]
    [TestCase("import sys\nprint(x.random.choice([1]))\n", false)]
    [TestCase("import random\nprint(x.random.choice([1]))\n", false)]
    [TestCase("try:\n    from random import choice\nexcept ImportError:\n    choice = max\n", false)]
    [TestCase("\"\"\"As\nrandom.choice does.\"\"\"\nimport random  # not random.choice\nprint(random.roll())\n", false)]
    [TestCase("import random as dice\nprint(dice.choice([1]))\n", true)]
    [TestCase("def play():\n    import random\n    print(random.choice([1]))\n", true)]
    public void The_file_that_is_in_the_way_is_told_from_whom_it_hides(string importing, bool isTold)
    {
        Write("random.py", "\n# Dice.\ndef roll():\n    return 4\n");
        Write("game.py", importing);
        Write("aside/game.py", Using);

        var output = Run("check", ".", "--select", "PLS304", "--output-format", "concise").Output;

        output.Contains("random.py:3:1: warning[PLS304] this file hides the standard library's `random` from `game.py`", StringComparison.Ordinal).Should().Be(isTold, output);
    }

    [Test]
    public void A_file_that_hides_a_module_from_itself_is_told_once()
    {
        Write("random.py", Using);
        Run("check", "random.py", "--select", "PLS304", "--output-format", "concise").Output.Should().Contain("random.py:2:7: error").And.NotContain("warning");

        Write("game.py", Using);
        Run("check", ".", "--select", "PLS304", "--output-format", "concise").Output.Should().Contain("random.py:2:7: error").And.Contain("game.py:2:7: error").And.NotContain("warning");
    }

    [Test]
    public void A_folder_like_the_library_itself_hides_nothing()
    {
        Write("game.py", "import csv\ncsv.reader\n");
        Write("csv.py", "");
        Run("check", ".", "--select", "PLS304").Output.Should().Contain("finds your own");

        string[] names = ["ast", "calendar", "cmd", "code", "copy", "datetime", "decimal", "difflib", "enum", "fractions", "glob", "heapq", "inspect", "json", "logging", "operator", "pathlib", "queue", "random", "re", "shutil", "socket", "string", "textwrap"];
        foreach (var name in names)
        {
            Write($"{name}.py", "");
        }

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain("finds your own");
    }

    [Test]
    public void A_long_file_is_not_read_for_its_names()
    {
        Write("random.py", new string('#', 1 << 17));
        Write("game.py", Using);

        Run("check", ".", "--select", "PLS304").Output.Should().NotContain("finds your own");
    }

    private void WriteAll(string hiding, string importing, string[] others)
    {
        Write(hiding, "");
        foreach (var other in others)
        {
            Write(other, "");
        }

        Write(importing, Using);
    }
}
