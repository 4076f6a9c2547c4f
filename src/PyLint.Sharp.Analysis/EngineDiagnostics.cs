using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// What the tool itself has to say about a file. These are always on: no selection and no comment silences them, because they
/// say that a file was not checked, or not completely.
/// </summary>
public static class EngineDiagnostics
{
    /// <summary><c>PLS000</c>: the text is not Python.</summary>
    public static RuleDescriptor SyntaxError { get; } = new()
    {
        Code = "PLS000",
        Name = "syntax-error",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Aliases = ["E999", "E0001", "invalid-syntax"],
        Message = "{problem}",
        Why = "Python compiles a whole file before it runs the first line of it, so one syntax error anywhere keeps the file from "
            + "being run or imported at all.",
        Instead = "Repair the first error and check again: the later ones often follow from it.",
        Interview = new(
            "When does Python raise a SyntaxError: before or while the program runs?",
            "Before: the file is compiled to byte code as a whole, so not even a `print` above the error runs, and a `try` in the "
            + "same file can't catch it. An importing module, `exec` or `ast.parse` can, because for them compiling is something "
            + "that happens at run time."),
        FineWhen = "In files that are broken on purpose, such as the test data of a parser; keep those out of the checked paths.",
        Examples =
        [
            Example.Bad("def greet(name)[||]\n    print(name)"),
            Example.Good("def greet(name):\n    print(name)"),
        ],
    };

    /// <summary><c>PLS001</c>: there is no text to check.</summary>
    public static RuleDescriptor CannotReadFile { get; } = new()
    {
        Code = "PLS001",
        Name = "unreadable-file",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Aliases = ["E902", "io-error"],
        Message = "cannot read this file: {reason}",
        Why = "The operating system refused the file, or the path leads to something else than a regular file. Nothing in it was "
            + "checked, and a report that left it out would look better than the code is.",
        Instead = "Correct the path or the permissions, or leave the path out.",
        Interview = new(
            "How does a program that walks many files treat the one that it cannot open?",
            "It catches `OSError` around that one file, reports the path with the system's reason, goes on with the others, and "
            + "ends with a status that says the run was incomplete. Checking with `exists` first doesn't replace that, because "
            + "the file can vanish between the check and the open."),
        FineWhen = "Never for a file that you mean to hand in; for others, leave them out of the checked paths.",
    };

    /// <summary><c>PLS002</c>: the bytes don't say what they promise.</summary>
    public static RuleDescriptor EncodingProblem { get; } = new()
    {
        Code = "PLS002",
        Name = "encoding-problem",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Message = "{problem}",
        Why = "Python decodes a source file as UTF-8 unless a coding comment on its first or second line says otherwise, and it "
            + "refuses the file when the bytes don't fit. The rest was checked with U+FFFD in place of what could not be decoded.",
        Instead = "Save the file as UTF-8 and remove the coding comment, or let the comment name the encoding that the file really has.",
        Interview = new(
            "What is the difference between `str` and `bytes`, and where does a program convert between them?",
            "`str` is a sequence of Unicode code points, `bytes` a sequence of numbers below 256; an encoding maps one to the "
            + "other. Decode at the border where data comes in and encode where it goes out, with the encoding named, so that the "
            + "program between deals with text only."),
        FineWhen = "Never: Python itself refuses the file.",
    };

    /// <summary><c>PLS003</c>: a rule threw.</summary>
    public static RuleDescriptor RuleCrashed { get; } = new()
    {
        Code = "PLS003",
        Name = "rule-crashed",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Message = "{rule} crashed here: {exception}",
        Why = "This is a defect of PyLint.Sharp, not of your code. What that rule found in this file is left out; all other rules "
            + "and all other files were checked as usual.",
        Instead = "Please report it with these lines of code; until it is repaired, `--ignore` the rule.",
        Interview = new(
            "One of many independent checks fails with an exception nobody expected. What should the program around it do?",
            "Contain the failure in the smallest unit that is still meaningful, say loudly what is missing from the result, and "
            + "let the exit status tell. A catch-all is right here because the boundary reports everything that it catches; "
            + "inside a check the same `except` would hide a defect."),
        FineWhen = "Never: a rule that crashes has to be repaired.",
    };

    /// <summary><c>PLS004</c>: the file asks for more than the tool is willing to spend.</summary>
    public static RuleDescriptor LimitReached { get; } = new()
    {
        Code = "PLS004",
        Name = "limit-reached",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Message = "not checked completely: {limit}",
        Why = "Sizes, nesting and time are limited so that no file can stop a whole run. Python has limits of the same kind: 200 "
            + "nested brackets, 100 levels of indentation, and a recursion limit for its own compiler.",
        Instead = "Split the file or flatten the expression; generated data belongs in a data file rather than in source code.",
        Interview = new(
            "Why does deep recursion end a program, and how do you rewrite it?",
            "Every call needs a frame on a stack of limited size; Python stops at about a thousand with RecursionError before the "
            + "C stack overflows. Replace the call stack by an explicit list of pending work, which is limited by memory only; "
            + "raising the recursion limit moves the problem instead of solving it."),
        FineWhen = "In generated files that nobody reads; keep those out of the checked paths.",
    };

    /// <summary><c>PLS005</c>: a fix was taken back.</summary>
    public static RuleDescriptor FixReverted { get; } = new()
    {
        Code = "PLS005",
        Name = "fix-reverted",
        Area = SkillArea.Engine,
        Severity = Severity.Error,
        Message = "the fix of {rules} {problem}; this file was left as it was",
        Why = "This is a defect of PyLint.Sharp, not of your code. Every fix is checked before the file is written: the new text must parse, "
            + "and code beside the fix must stay the same. This one failed, so none of this file's fixes was kept.",
        Instead = "Please report it with this file; until it is repaired, fix the finding by hand, or leave the rule out of the run.",
        Interview = new(
            "How do you change a file so that a crash or a mistake can never leave it half changed?",
            "Make the new content complete in memory, check it, write it to a temporary file in the same folder, and rename that over the "
            + "old one: a rename is atomic, so readers see the old or the new file and never a mix. The cost is a second file for a moment, "
            + "and that permissions have to be copied."),
        FineWhen = "Never: a fix that breaks a file has to be repaired.",
    };

    /// <summary>All of them, in the order of their codes.</summary>
    public static ImmutableArray<RuleDescriptor> All { get; } =
        [SyntaxError, CannotReadFile, EncodingProblem, RuleCrashed, LimitReached, FixReverted];

    /// <summary>Makes a finding of an engine diagnostic; the values fill the places of its message in order.</summary>
    public static Diagnostic At(this RuleDescriptor descriptor, TextSpan span, params ReadOnlySpan<string> values)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        return Diagnostic.Create(descriptor, descriptor.Message, span, values);
    }
}
