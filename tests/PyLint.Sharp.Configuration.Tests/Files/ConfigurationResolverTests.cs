using PyLint.Sharp.Configuration.Settings;

namespace PyLint.Sharp.Configuration.Tests.Files;

public class ConfigurationResolverTests
{
    private const string Reviewer = "profile = 'reviewer'";
    private const string Teacher = "profile = 'teacher'";
    private const string All = "profile = 'all'";

    [Test]
    public void Of_the_files_in_a_folder_the_first_counts()
    {
        var project = new Project().With("/p/pyproject.toml", $"[tool.pylint-sharp]\n{Reviewer}");
        project.Describe(SettingTable.Profile).Should().Be("\"reviewer\" # pyproject.toml:2:1");
        project.With("/p/pylint-sharp.toml", Teacher).Describe(SettingTable.Profile).Should().Be("\"teacher\" # pylint-sharp.toml:1:1");
        project.With("/p/.pylint-sharp.toml", All).Describe(SettingTable.Profile).Should().Be("\"all\" # .pylint-sharp.toml:1:1");
    }

    [Test]
    public void The_nearest_file_counts_alone()
    {
        var project = new Project().With("/p/pylint-sharp.toml", "fail-level = 'error'").With("/p/a/pylint-sharp.toml", Teacher);
        project.Describe(SettingTable.Profile, "/p/a/b/c").Should().Be("\"teacher\" # a/pylint-sharp.toml:1:1");
        project.Describe(SettingTable.FailLevel, "/p/a/b/c").Should().Be("\"warning\" # default");
        project.Describe(SettingTable.FailLevel, "/p/b").Should().Be("\"error\" # pylint-sharp.toml:1:1");
    }

    [TestCase("[project]\nname = 'x'")]
    [TestCase("[tool.other]\nprofile = 1")]
    [TestCase("tool = 3")]
    public void A_project_without_our_table_is_passed_over(string content) =>
        new Project().With("/pylint-sharp.toml", Teacher).With("/p/pyproject.toml", content)
            .Describe(SettingTable.Profile).Should().Be("\"teacher\" # /pylint-sharp.toml:1:1");

    [TestCase("[tool]\npylint-sharp = 1", "pyproject.toml:2:16: `tool.pylint-sharp` must be a table, not an integer")]
    [TestCase("[tool\n", "pyproject.toml:1:6: expected `]`, but found the end of the line")]
    public void A_project_that_is_broken_is_an_error(string content, string error) =>
        new Project().With("/p/pyproject.toml", content).Describe(SettingTable.Profile).Should().Be(error);

    [Test]
    public void Without_any_file_the_user_s_own_counts()
    {
        var project = new Project().With("/u/pylint-sharp.toml", Teacher);
        project.Request = project.Request with { UserFile = "/u/pylint-sharp.toml" };
        project.Describe(SettingTable.Profile).Should().Be("\"teacher\" # /u/pylint-sharp.toml:1:1");
        project.With("/p/pylint-sharp.toml", All).Describe(SettingTable.Profile).Should().Be("\"all\" # pylint-sharp.toml:1:1");
    }

    [Test]
    public void A_named_file_counts_for_everything_and_its_paths_start_in_the_current_folder()
    {
        var project = new Project().With("/c/x.toml", "exclude = ['old/a.py']").With("/p/pylint-sharp.toml", All);
        project.Request = project.Request with { ConfigFile = "../c/x.toml" };
        project.Describe(SettingTable.Profile).Should().Be("\"candidate\" # default");
        project.Resolve().For("/p/old")!.Excludes("/p/old/a.py").Should().BeTrue();
        project.Resolve().For("/p/old")!.Excludes("/c/old/a.py").Should().BeFalse();
    }

    [Test]
    public void A_named_file_must_exist()
    {
        var project = new Project();
        project.Request = project.Request with { ConfigFile = "x.toml" };
        project.Describe(SettingTable.Profile).Should().Be("x.toml: no such file, or no settings for us in it");
    }

    [Test]
    public void In_isolation_no_file_is_even_opened()
    {
        var project = new Project().With("/p/pylint-sharp.toml", All);
        project.Request = project.Request with { IsIsolated = true, ConfigFile = "pylint-sharp.toml", UserFile = "/u/pylint-sharp.toml" };
        project.Describe(SettingTable.Profile).Should().Be("\"candidate\" # default");
        project.Opened.Should().BeEmpty();
    }

    [Test]
    public void Keys_of_the_command_line_beat_files_and_the_last_one_wins()
    {
        var project = new Project().With("/p/pylint-sharp.toml", All);
        project.Request = project.Request with { Overrides = [Reviewer, Teacher] };
        project.Describe(SettingTable.Profile).Should().Be($"\"teacher\" # --config {Teacher}");
    }

    [TestCase("profile = teacher", "--config profile = teacher:1:11: `teacher` is no value; a string needs quotes")]
    [TestCase("profil = 'x'", "--config profil = 'x':1:1: unknown key `profil`; did you mean `profile`?")]
    public void A_wrong_key_of_the_command_line_is_an_error(string text, string error)
    {
        var project = new Project();
        project.Request = project.Request with { Overrides = [text] };
        project.Describe(SettingTable.Profile).Should().Be(error);
    }

    [Test]
    public void A_file_starts_from_the_one_that_it_extends()
    {
        var project = new Project()
            .With("/base/pylint-sharp.toml", "profile='all'\nfail-level='error'\nextend-exclude=['a']\nlint.severity={PLS201='info',PLS202='info'}")
            .With("/p/pylint-sharp.toml", "extend='../base/pylint-sharp.toml'\nprofile='teacher'\nextend-exclude=['b']\nlint.severity={PLS201='error'}");
        project.Describe(SettingTable.Profile).Should().Be("\"teacher\" # pylint-sharp.toml:2:1");
        project.Describe(SettingTable.FailLevel).Should().Be("\"error\" # /base/pylint-sharp.toml:2:1");
        project.Describe(SettingTable.ExtendExclude).Should().StartWith("[\"a\", \"b\"]");
        project.Describe(SettingTable.Severities).Should().StartWith("{ PLS202 = \"info\", PLS201 = \"error\" }");
    }

    [Test]
    public void Paths_start_in_the_folder_of_the_file_that_has_them()
    {
        var settings = new Project()
            .With("/base/x.toml", "extend-exclude = ['old/a.py']")
            .With("/p/pylint-sharp.toml", "extend = '../base/x.toml'").Resolve().For("/p")!;
        settings.Excludes("/base/old/a.py").Should().BeTrue();
        settings.Excludes("/p/old/a.py").Should().BeFalse();
    }

    [Test]
    public void Files_that_extend_each_other_are_an_error() =>
        new Project().With("/p/pylint-sharp.toml", "extend = 'b.toml'").With("/p/b.toml", "\nextend = 'pylint-sharp.toml'")
            .Describe(SettingTable.Profile).Should().Be("b.toml:2:1: files extend each other in a circle: `pylint-sharp.toml` → `b.toml` → `pylint-sharp.toml`");

    [Test]
    public void A_file_that_extends_itself_is_an_error() =>
        new Project().With("/p/pylint-sharp.toml", "extend = './pylint-sharp.toml'")
            .Describe(SettingTable.Profile).Should().Be("pylint-sharp.toml:1:1: files extend each other in a circle: `pylint-sharp.toml` → `pylint-sharp.toml`");

    [Test]
    public void An_extended_file_must_exist() =>
        new Project().With("/p/pylint-sharp.toml", "extend = 'b.toml'")
            .Describe(SettingTable.Profile).Should().Be("pylint-sharp.toml:1:1: `extend` names `b.toml`, which does not exist or has no settings for us");

    [Test]
    public void What_is_wrong_in_an_extended_file_is_told_there() =>
        new Project().With("/p/pylint-sharp.toml", "extend = 'b.toml'").With("/p/b.toml", "profile = 1")
            .Describe(SettingTable.Profile).Should().StartWith("b.toml:1:1: `profile` must be ");

    [Test]
    public void A_file_that_cannot_be_read_is_an_error()
    {
        var project = new Project();
        project.Unreadable.Add("/p/pylint-sharp.toml");
        project.Describe(SettingTable.Profile).Should().Be("pylint-sharp.toml: cannot read it: permission denied");
    }

    [Test]
    public void A_file_with_an_error_fails_its_own_folder_alone()
    {
        var resolver = new Project().With("/p/a/pylint-sharp.toml", "x = 1").With("/p/b/pylint-sharp.toml", Teacher).Resolve();
        resolver.For("/p/a").Should().BeNull();
        resolver.For("/p/a/deep").Should().BeNull();
        resolver.For("/p/b")!.Get(SettingTable.Profile).Should().Be(Analysis.Selection.Profile.Teacher);
        resolver.Errors.Should().ContainSingle();
    }

    [TestCase(">=1.2,<2", null)]
    [TestCase("<1.5", "pylint-sharp.toml:1:1: this is pylint-sharp 1.5.0, but `required-version` is `<1.5`")]
    public void Another_version_refuses_to_run(string required, string? error) =>
        new Project().With("/p/pylint-sharp.toml", $"required-version = '{required}'")
            .Describe(SettingTable.Profile).Should().Be(error ?? "\"candidate\" # default");

    [TestCase(">=3.9", "\"py39\" # pyproject.toml:2:19")]
    [TestCase(">=2.7", "\"py38\" # pyproject.toml:2:19")]
    [TestCase("~=3.12.1", "\"py312\" # pyproject.toml:2:19")]
    [TestCase("<4", "none # default")]
    [TestCase(">=3.99", "none # default")]
    [TestCase("new", "none # default")]
    public void The_target_is_what_the_project_requires(string requires, string target)
    {
        var project = new Project().With("/p/pyproject.toml", $"[project]\nrequires-python = '{requires}'\n[tool.pylint-sharp]");
        project.Describe(SettingTable.TargetVersion).Should().Be(target);
        project.With("/p/pylint-sharp.toml", "").Describe(SettingTable.TargetVersion).Should().Be(target);
        project.With("/p/pylint-sharp.toml", "target-version='py313'").Describe(SettingTable.TargetVersion).Should().Be("\"py313\" # pylint-sharp.toml:1:1");
    }

    [Test]
    public void Each_folder_is_looked_at_once()
    {
        var project = new Project().With("/p/pylint-sharp.toml", "");
        var resolver = project.Resolve();
        for (var i = 0; i < 100; i++)
        {
            resolver.For("/p/a/b").Should().BeSameAs(resolver.For("/p/a"));
        }

        project.Opened.Where(path => path.EndsWith(".pylint-sharp.toml", StringComparison.Ordinal)).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void Where_nothing_is_selected_the_profile_says_what_runs()
    {
        var project = new Project().With("/p/pylint-sharp.toml", Reviewer);
        project.Describe(SettingTable.Select).Should().Be("none # profile reviewer");
    }
}
