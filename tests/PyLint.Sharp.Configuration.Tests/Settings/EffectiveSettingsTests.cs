using PyLint.Sharp.Analysis;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Configuration.Tests.Files;

namespace PyLint.Sharp.Configuration.Tests.Settings;

public class EffectiveSettingsTests
{
    [TestCase("{ 'tests/*' = ['PLS201'] }", "/p/tests/a.py", "PLS201")]
    [TestCase("{ 'tests/*' = ['PLS201'] }", "/p/src/a.py", "")]
    [TestCase("{ 'tests/*' = ['PLS2'], '*.py' = ['A001'] }", "/p/tests/a.py", "PLS201 PLS202 PLS301")]
    [TestCase("{ '!src/*' = ['ALL'] }", "/p/src/a.py", "")]
    [TestCase("{ '!src/*' = ['bare-except'] }", "/p/a.py", "PLS201")]
    public void Rules_are_ignored_in_files_that_a_pattern_matches(string ignores, string path, string expected)
    {
        var settings = Of($"lint.per-file-ignores = {ignores}");
        string.Join(' ', settings.IgnoredFor(path, ToyRule.Catalog).Where(code => code[3] != '0')).Should().Be(expected);
    }

    [TestCase("{ PLS2 = 'info', PLS201 = 'error' }", "PLS201:Error PLS202:Info")]
    [TestCase("{ PLS201 = 'error', PLS2 = 'info' }", "PLS201:Error PLS202:Info")]
    [TestCase("{ ALL = 'info', bare-except = 'error' }", "PLS201:Error PLS202:Info PLS301:Info")]
    [TestCase("{}", "")]
    public void The_most_specific_selector_says_how_severe_a_rule_is(string severities, string expected)
    {
        var found = Of($"lint.severity = {severities}").Options(ToyRule.Catalog).Severities;
        string.Join(' ', found.Where(entry => entry.Key[3] != '0').OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}:{entry.Value}"))
            .Should().Be(expected);
    }

    [TestCase("['PLS201']", "[]", FixSafety.Safe)]
    [TestCase("[]", "['PLS201']", FixSafety.Unsafe)]
    [TestCase("['PLS201']", "['PLS2']", FixSafety.Safe)]
    [TestCase("['PLS2']", "['PLS201']", FixSafety.Unsafe)]
    [TestCase("['PLS201']", "['bare-except']", FixSafety.Unsafe)]
    [TestCase("['PLS3']", "['PLS202']", null)]
    public void Fixes_are_trusted_as_the_most_specific_selector_says(string safe, string isUnsafe, FixSafety? expected)
    {
        var safeties = Of($"lint.extend-safe-fixes = {safe}\nlint.extend-unsafe-fixes = {isUnsafe}").Options(ToyRule.Catalog).FixSafeties;
        (safeties.TryGetValue("PLS201", out var safety) ? safety : (FixSafety?)null).Should().Be(expected);
    }

    [Test]
    public void The_command_line_beats_the_file_in_what_runs()
    {
        var project = new Project().With("/p/pylint-sharp.toml", "lint.select = ['PLS2']\nlint.ignore = ['PLS201']");
        Selected(project).Should().Be("PLS202");
        project.Request = project.Request with { Options = SettingsLayer.Empty.With(SettingTable.Select, ["PLS201", "PLS301"], Origin.CommandLine("--select")) };
        Selected(project).Should().Be("PLS201 PLS301");
    }

    [TestCase(FailLevel.Info, Severity.Info, true)]
    [TestCase(FailLevel.Warning, Severity.Info, false)]
    [TestCase(FailLevel.Warning, Severity.Warning, true)]
    [TestCase(FailLevel.Error, Severity.Warning, false)]
    [TestCase(FailLevel.Error, Severity.Error, true)]
    [TestCase(FailLevel.Never, Severity.Error, false)]
    public void A_level_fails_what_is_as_severe(FailLevel level, Severity severity, bool fails) => level.Fails(severity).Should().Be(fails);

    private static EffectiveSettings Of(string content) => new Project().With("/p/pylint-sharp.toml", content).Resolve().For("/p")!;

    private static string Selected(Project project) =>
        string.Join(' ', project.Resolve().For("/p")!.Select(ToyRule.Catalog).Rules.Select(rule => rule.Descriptor.Code));
}
