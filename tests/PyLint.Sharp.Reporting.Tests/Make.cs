using System.Collections.Immutable;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Reporting.Text;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Reporting.Tests;

/// <summary>Findings made by hand: reporters are tested without any rule.</summary>
internal static class Make
{
    public static RuleDescriptor Rule { get; } = new()
    {
        Code = "PLS201",
        Name = "bare-except",
        Area = SkillArea.ControlFlow,
        Severity = Severity.Warning,
        Aliases = ["E722", "W0702"],
        Message = "this `except:` also catches Ctrl-C",
        OtherMessages = ["this `except {name}:` catches everything"],
        Why = "KeyboardInterrupt and SystemExit derive from BaseException, so they are swallowed too.",
        Instead = "name what you expect to fail, for example `except KeyError:`",
        Interview = new("which line above can raise?", "Only the lookup can. The handler names it, and everything else is a defect."),
        FineWhen = "at the outermost loop of a program that logs and re-raises.",
        Fix = FixSafety.Unsafe,
        Examples =
        [
            Example.Bad("try:\n    go()\n[|except|]:\n    pass", fixedTo: "try:\n    go()\nexcept Exception:\n    pass"),
            Example.Good("try:\n    go()\nexcept KeyError:\n    pass"),
            Example.Bad("try: go()\n[|except|]: pass").Hidden(),
        ],
    };

    public static SourceText Source(string content, string path = "a.py") => SourceText.From(content, path);

    /// <summary>The <paramref name="occurrence"/>th place, counted from 0, where the text stands.</summary>
    public static TextSpan Find(this SourceText source, string text, int occurrence = 0)
    {
        var start = source.Content.IndexOf(text, StringComparison.Ordinal);
        for (; occurrence > 0; occurrence--)
        {
            start = source.Content.IndexOf(text, start + 1, StringComparison.Ordinal);
        }

        start.Should().BeGreaterThanOrEqualTo(0, "{0} must be in the text", text);
        return new TextSpan(start, start + text.Length);
    }

    public static Diagnostic Finding(TextSpan span, params ImmutableArray<DiagnosticLabel> labels) => new()
    {
        Descriptor = Rule,
        Severity = Rule.Severity,
        Span = span,
        Message = Rule.Message,
        Why = Rule.Why,
        Help = Rule.Instead,
        Labels = labels,
    };

    /// <summary>A lookup that passes a class over and finds the name in the module.</summary>
    public static ResolutionTable Table(TextSpan binding, string name = "x") => new(name,
    [
        new ResolutionStep(ResolutionPlace.Local, "f", ResolutionOutcome.NotBound, true, null),
        new ResolutionStep(ResolutionPlace.Class, "A", ResolutionOutcome.Skipped, true, binding),
        new ResolutionStep(ResolutionPlace.Global, "<module>", ResolutionOutcome.Bound, true, binding),
        new ResolutionStep(ResolutionPlace.BuiltIn, "builtins", ResolutionOutcome.NotBound, false, null),
    ]);

    public static FileReport Report(SourceText source, params ImmutableArray<Diagnostic> diagnostics) =>
        new(source, FileStatus.Ok, diagnostics);

    /// <summary>What a text reporter writes, with the default options but for what is given.</summary>
    public static string Full(FileReport file, TextOptions? options = null) =>
        Text(output => new FullReporter(output, options ?? new TextOptions()), file);

    public static string Text(Func<TextWriter, IReporter> create, params FileReport[] files)
    {
        using var output = new StringWriter();
        Run(create(output), files);
        return output.ToString();
    }

    public static string Bytes(Func<Stream, IReporter> create, params FileReport[] files)
    {
        using var output = new MemoryStream();
        Run(create(output), files);
        return new UTF8Encoding(false, true).GetString(output.ToArray());
    }

    /// <summary>The frame alone: the rows between the place and the explanation, with one primary place and labels.</summary>
    public static string Frame(SourceText source, TextSpan span, int width = 80, params ImmutableArray<DiagnosticLabel> labels)
    {
        using var output = new StringWriter();
        new CodeFrame(new SourceLines(Report(source)), Finding(span, labels), Style.Warning, width).WriteTo(new TerminalWriter(output, false));
        return output.ToString();
    }

    private static void Run(IReporter reporter, FileReport[] files)
    {
        var summary = new RunSummary();
        reporter.Begin(new RunInfo { Version = "1.2.3", Rules = [Rule], SettingsHash = "abc" });
        foreach (var file in files)
        {
            reporter.File(file);
            summary = summary.With(file);
        }

        reporter.End(summary with { ExitCode = summary.Findings > 0 ? 1 : 0 });
        (reporter as IDisposable)?.Dispose();
    }
}
