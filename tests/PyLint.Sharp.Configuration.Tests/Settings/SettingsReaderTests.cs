using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Configuration.Tests.Files;

namespace PyLint.Sharp.Configuration.Tests.Settings;

public class SettingsReaderTests
{
    /// <summary>For every key there is a value that is right; whoever adds a setting adds one here.</summary>
    private static readonly Dictionary<string, string> RightValues = new()
    {
        ["profile"] = "\"teacher\"",
        ["target-version"] = "\"py312\"",
        ["required-version"] = "\">=1,<2\"",
        ["extend"] = "\"base.toml\"",
        ["include"] = "[\"*.py\"]",
        ["exclude"] = "[\"legacy/**\"]",
        ["extend-exclude"] = "[\"old\"]",
        ["respect-gitignore"] = "false",
        ["extensions"] = "[\".cgi\"]",
        ["force-exclude"] = "true",
        ["follow-symlinks"] = "true",
        ["max-file-size"] = "\"500k\"",
        ["timeout-per-file"] = "0.5",
        ["fail-level"] = "\"never\"",
        ["output-format"] = "\"jsonl\"",
        ["explain-level"] = "\"none\"",
        ["max-diagnostics"] = "\"none\"",
        ["sarif-max-results"] = "5000",
        ["lint.select"] = "[\"PLS2\", \"E722\"]",
        ["lint.extend-select"] = "[\"ALL\"]",
        ["lint.ignore"] = "[\"bare-except\"]",
        ["lint.preview"] = "true",
        ["lint.per-file-ignores"] = "{ \"!tests/**\" = [\"PLS3\"] }",
        ["lint.severity"] = "{ PLS201 = \"error\", PLS3 = \"info\" }",
        ["lint.fixable"] = "[\"PLS2\"]",
        ["lint.unfixable"] = "[\"PLS201\"]",
        ["lint.extend-safe-fixes"] = "[\"PLS201\"]",
        ["lint.extend-unsafe-fixes"] = "[\"PLS202\"]",
        ["lint.require-suppression-reason"] = "true",
    };

    private static IEnumerable<string> Keys => SettingTable.All.Select(setting => setting.Key);

    [TestCaseSource(nameof(Keys))]
    public void Each_setting_is_read_and_shown_with_its_place(string key)
    {
        var setting = SettingTable.All.Single(setting => setting.Key == key);
        var project = new Project().With("/p/pylint-sharp.toml", $"{key} = {RightValues[key]}").With("/p/base.toml", "");
        var column = key.LastIndexOf('.') + 2;
        project.Describe(setting).Should().Be($"{RightValues[key]} # pylint-sharp.toml:1:{column}");
    }

    [TestCaseSource(nameof(Keys))]
    public void Each_setting_refuses_a_value_of_another_kind_at_its_key(string key)
    {
        var name = key.Split('.')[^1];
        var column = key.Length - name.Length + 1;
        Project.ErrorsOf($"{key} = 2026-01-01").Should().StartWith($"pylint-sharp.toml:1:{column}: `{name}` must be ").And.EndWith(", not a date or time");
    }

    [TestCaseSource(nameof(Keys))]
    public void Each_setting_is_suggested_for_a_slip(string key) =>
        Project.ErrorsOf($"{key}x = 1").Should().EndWith($": unknown key `{key}x`; did you mean `{key}`?");

    [TestCase("select = []", "1:1: unknown key `select`; did you mean `lint.select`?")]
    [TestCase("lint.profile = 'all'", "1:6: unknown key `lint.profile`; did you mean `profile`?")]
    [TestCase("[lnit]", "1:2: unknown key `lnit`; did you mean `lint`?")]
    [TestCase("max-file-size = '3 apples'", "1:17: `max-file-size` must be a size below 2 GiB, like \"500k\" or \"10M\", not `3 apples`")]
    [TestCase("max-file-size = 0", "1:17: `max-file-size` must be a size below 2 GiB, like \"500k\" or \"10M\", not `0`")]
    [TestCase("timeout-per-file = -1.5", "1:1: `timeout-per-file` must be seconds, like 10 or 0.5, more than none and at most a million")]
    [TestCase("timeout-per-file = nan", "1:1: `timeout-per-file` must be seconds, like 10 or 0.5, more than none and at most a million")]
    [TestCase("extensions = ['*.py']", "1:15: `*.py` is no extension; write it as in `.cgi`")]
    [TestCase("colour = true", "1:1: unknown key `colour`")]
    [TestCase("lint = []", "1:1: `lint` must be a table, not an array")]
    [TestCase("rules = 1", "1:1: `rules` must be a table, not an integer")]
    [TestCase("\n  profile = 'techer'", "2:3: `profile` must be `candidate`, `reviewer`, `teacher` or `all`, not `techer`; did you mean `teacher`?")]
    [TestCase("target-version = 'py37'", "1:1: `target-version` must be `py38`, `py39`, `py310`, `py311`, `py312`, `py313`, `py314` or `py315`, not `py37`; did you mean `py38`?")]
    [TestCase("lint.select = ['PLS2', 'bear-except']", "1:24: unknown rule `bear-except`; did you mean `bare-except`?")]
    [TestCase("lint.select = ['PLS2', 7]", "1:24: `select` must be a rule, not an integer")]
    [TestCase("lint.ignore = ['PLS9']", "1:16: no rule has a code that starts with `PLS9`")]
    [TestCase("lint.ignore = ['PLS000']", "1:16: `PLS000` is always on and can be neither selected nor ignored")]
    [TestCase("lint.severity = { PLS201 = 'fatal' }", "1:19: `PLS201` must be `error`, `warning` or `info`, not `fatal`")]
    [TestCase("lint.severity = { PLS999 = 'error' }", "1:19: unknown rule `PLS999`; `pylint-sharp rules` lists all")]
    [TestCase("[lint.per-file-ignores]\n'a[' = ['PLS2']", "2:1: `a[` is no pattern: `[` is not closed")]
    [TestCase("[lint.per-file-ignores]\na = 'PLS2'", "2:1: `a` must be a list of rules, not a string")]
    [TestCase("exclude = ['{a']", "1:12: `{a` is no pattern: `{` is not closed")]
    [TestCase("required-version = 'new'", "1:20: `new` is no requirement of versions; write it as in `>=1.2,<2`")]
    [TestCase("extend = \"a\\u0000.toml\"", "1:10: `a\0.toml` is no TOML file; its name must end in `.toml`")]
    [TestCase("extend = '/etc/passwd'", "1:10: `/etc/passwd` is no TOML file; its name must end in `.toml`")]
    [TestCase("[rules.PLS999]", "1:8: unknown rule `PLS999`; `pylint-sharp rules` lists all")]
    [TestCase("[rules.shadowed-bulitin]", "1:8: unknown rule `shadowed-bulitin`; did you mean `shadowed-builtin`?")]
    [TestCase("[rules.E000]", "1:8: `E000` means several rules: `PLS202`, `PLS301`")]
    [TestCase("rules.PLS301 = 1", "1:7: `PLS301` must be a table, not an integer")]
    [TestCase("[rules.PLS301]\nalow = []", "2:1: PLS301 has no option `alow`; did you mean `allow`?")]
    [TestCase("[rules.PLS201]\nallow = []", "2:1: PLS201 has no option `allow`")]
    [TestCase("[rules.PLS301]\nallow = 'id'", "2:1: `allow` must be a list of strings, not a string")]
    [TestCase("[rules.PLS301]\nstrict = 1", "2:1: `strict` must be true or false, not an integer")]
    [TestCase("[rules.PLS301]\nmost = -1", "2:1: `most` must be a whole number from 0 on")]
    [TestCase("# ü\n'🐍' = 'x", "2:7: the string is not closed on its line; `'` is missing")]
    public void What_is_wrong_is_told_where_it_stands(string content, string error) =>
        Project.ErrorsOf(content).Should().Be($"pylint-sharp.toml:{error}");

    [Test]
    public void All_errors_are_told_at_once() =>
        Project.ErrorsOf("profil = 1\nlint.select = ['X', 'Y']").Split('\n').Should().HaveCount(3);

    [Test]
    public void Of_many_errors_the_first_fifty_are_told() =>
        Project.ErrorsOf(string.Concat(Enumerable.Range(0, 1_000).Select(number => $"key{number} = 1\n"))).Split('\n').Should().HaveCount(50);

    [Test]
    public void A_long_word_is_not_told_in_full() =>
        Project.ErrorsOf(new string('k', 1_000_000) + " = 1").Length.Should().BeLessThan(500);

    [TestCase("PLS301")]
    [TestCase("shadowed-builtin")]
    [TestCase("a001")]
    public void Options_of_a_rule_are_found_by_any_of_its_names(string rule)
    {
        var settings = new Project().With("/p/pylint-sharp.toml", $"[rules.{rule}]\nallow = ['x']\nstrict = true\nmost = 7").Resolve().For("/p")!;
        var options = settings.Options(ToyRule.Catalog);
        options.ValueOf(ToyRule.Allow).Should().Equal("x");
        options.ValueOf(ToyRule.Strict).Should().BeTrue();
        options.ValueOf(ToyRule.Most).Should().Be(7);
        settings.Describe(ToyRule.Catalog.Find("PLS301")[0], ToyRule.Most).Should().Be(("7", new Origin("file", "pylint-sharp.toml", new(4, 1))));
    }

    [Test]
    public void Options_that_nobody_sets_have_their_defaults()
    {
        var options = EffectiveSettings.Default.Options(ToyRule.Catalog);
        options.ValueOf(ToyRule.Allow).Should().Equal("id");
        options.ValueOf(ToyRule.Strict).Should().BeFalse();
        options.ValueOf(ToyRule.Most).Should().Be(3);
    }

    [TestCaseSource(nameof(Keys))]
    public void The_schema_has_each_setting_with_its_default(string key)
    {
        var setting = SettingTable.All.Single(setting => setting.Key == key);
        var node = System.Text.Json.Nodes.JsonNode.Parse(SettingsSchema.Write(ToyRule.Catalog))!;
        foreach (var part in key.Split('.'))
        {
            node = node["properties"]![part]!;
        }

        node["description"]!.ToString().Should().Be(setting.Documentation);
        (node["default"]?.ToJsonString()).Should().Be(setting.DefaultText is { } text ? TomlJson.Of(text).ToJsonString() : null);
    }

    [TestCase("PLS301")]
    [TestCase("shadowed-builtin")]
    public void The_schema_has_the_options_of_rules(string rule)
    {
        var options = System.Text.Json.Nodes.JsonNode.Parse(SettingsSchema.Write(ToyRule.Catalog))!["properties"]!["rules"]!["properties"]![rule]!["properties"]!;
        options["allow"]!["default"]!.ToJsonString().Should().Be("[\"id\"]");
        options["strict"]!["type"]!.ToString().Should().Be("boolean");
        options["most"]!["minimum"]!.ToString().Should().Be("0");
    }
}
