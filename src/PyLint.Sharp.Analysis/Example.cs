namespace PyLint.Sharp.Analysis;

/// <summary>
/// A piece of Python that shows what a rule flags or accepts. Every example is documentation and a test: it must parse, be
/// flagged exactly where it says, and become what it says when it is fixed.
/// </summary>
public sealed record Example
{
    private Example(string code, bool isBad, string? fixedTo)
    {
        Code = code;
        IsBad = isBad;
        FixedTo = fixedTo;
    }

    /// <summary>The Python text; in a bad example <c>[|…|]</c> marks each span that is flagged.</summary>
    public string Code { get; }

    /// <summary>True when the rule flags the marked spans; false when it stays silent.</summary>
    public bool IsBad { get; }

    /// <summary>The text after all fixes, unsafe ones included; null when the example does not show a fix.</summary>
    public string? FixedTo { get; }

    /// <summary>True for an example that is tested but not shown to readers.</summary>
    public bool IsHidden { get; private init; }

    /// <summary>The first message that the rule must give, when the rule has several; null when it does not matter.</summary>
    public string? Message { get; private init; }

    /// <summary>Why the example means something else inside a function; null when it does not.</summary>
    public string? ModuleLevelReason { get; private init; }

    /// <summary>
    /// The exception that ends the example when Python runs it as a program, under the name that a traceback shows
    /// (<c>TypeError</c>, <c>dataclasses.FrozenInstanceError</c>); null when it claims none.
    /// </summary>
    public string? Raises { get; private init; }

    /// <summary>The discussion in another linter's tracker that the shape comes from (<c>pylint #788</c>); null for one of our own.</summary>
    public string? Thread { get; private init; }

    /// <summary>The files among which the example stands; <see cref="Submission.Empty"/> when it does not matter.</summary>
    public Submission Submission { get; private init; } = Submission.Empty;

    /// <summary>Code that the rule flags; <paramref name="fixedTo"/> is the text after its fix.</summary>
    public static Example Bad(string code, string? fixedTo = null) => new(code, true, fixedTo);

    /// <summary>Code on which the rule is silent.</summary>
    public static Example Good(string code) => new(code, false, null);

    /// <summary>The same example, tested but not shown.</summary>
    public Example Hidden() => this with { IsHidden = true };

    /// <summary>The same example, of which the first message is stated.</summary>
    public Example Saying(string message) => this with { Message = message };

    /// <summary>The same example, which is not tried inside a function; <paramref name="reason"/> says why it would mean something else.</summary>
    public Example OnlyAtModuleLevel(string reason) => this with { ModuleLevelReason = reason };

    /// <summary>The same example, which raises an exception when Python runs it.</summary>
    public Example Raising(string exception) => this with { Raises = exception };

    /// <summary>The same example, in a file beside another one that is named like a module of the standard library and binds some names.</summary>
    public Example Beside(string module, params ReadOnlySpan<string> names) =>
        this with { Submission = new Submission([.. Submission.Modules, new OwnModule(module, $"{module}.py", "", [.. names], null)], []) };

    /// <summary>The same example, of which a discussion in another linter's tracker is named.</summary>
    public Example From(string thread) => this with { Thread = thread };
}
