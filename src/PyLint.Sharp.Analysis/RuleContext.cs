using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>What a check may ask and where it reports. Belongs to one rule and one file.</summary>
public sealed class RuleContext
{
    private readonly RuleDescriptor descriptor;
    private readonly AnalyzerOptions options;
    private List<DiagnosticBuilder>? reported;

    internal RuleContext(RuleDescriptor descriptor, SemanticModel model, AnalyzerOptions options, CancellationToken cancellation)
    {
        this.descriptor = descriptor;
        this.options = options;
        Model = model;
        Cancellation = cancellation;
    }

    /// <summary>The file.</summary>
    public SyntaxTree Tree => Model.Tree;

    /// <summary>The file's text.</summary>
    public SourceText Text => Model.Tree.Text;

    /// <summary>What is known about names, types and flow.</summary>
    public SemanticModel Model { get; }

    /// <summary>What the other files of the run mean for this one.</summary>
    public Submission Submission => options.Submission;

    /// <summary>Ends the analysis early; a check that loops for long should look at it.</summary>
    public CancellationToken Cancellation { get; }

    internal IReadOnlyList<DiagnosticBuilder> Reported => reported ?? (IReadOnlyList<DiagnosticBuilder>)[];

    /// <summary>The value of one of the rule's <see cref="RuleDescriptor.Options"/>.</summary>
    public T Option<T>(RuleOption<T> option)
        where T : notnull => options.Rules.ValueOf(option);

    /// <summary>Reports the rule's <see cref="RuleDescriptor.Message"/>; the values fill its places in order.</summary>
    public DiagnosticBuilder Report(TextSpan span, params ReadOnlySpan<string> values) => Report(descriptor.Message, span, values);

    /// <summary>Reports one of the rule's <see cref="RuleDescriptor.OtherMessages"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span is not inside the file.</exception>
    /// <exception cref="ArgumentException">There are more or fewer values than the message has places.</exception>
    public DiagnosticBuilder Report(string message, TextSpan span, params ReadOnlySpan<string> values)
    {
        if (span.Start < 0 || span.End < span.Start || span.End > Text.Length)
        {
            throw new ArgumentOutOfRangeException(nameof(span), span, "a finding must lie inside the file");
        }

        var builder = new DiagnosticBuilder(Diagnostic.Create(descriptor, message, span, values), Tree);
        (reported ??= []).Add(builder);
        return builder;
    }

    /// <summary>The text of a node as the user wrote it.</summary>
    public string TextOf(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return Text.ToString(node.Span);
    }
}
