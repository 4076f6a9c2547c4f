using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Syntax.Validation;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Text to tree: the only door to the tokenizer and the ANTLR parser. One instance a thread, its buffers live on.</summary>
internal sealed class TreeParser
{
    [ThreadStatic]
    private static TreeParser? instance;

    private readonly TokenBuffer tokens = new();
    private readonly Tokenizer tokenizer;
    private readonly PythonParser parser;
    private readonly TreeNumbering numbering = new();
    private readonly ProgramValidator validator = new();

    private TreeParser()
    {
        tokenizer = new Tokenizer(tokens, new NameTable());
        parser = new PythonParser(tokens);
    }

    public static SyntaxTree Parse(SourceText text, ParseOptions options, CancellationToken cancellation)
    {
        try
        {
            return (instance ??= new TreeParser()).Run(text, options, cancellation);
        }
        catch (OperationCanceledException)
        {
            // Its parts were left in the middle of a file.
            instance = null;
            throw;
        }
    }

    private SyntaxTree Run(SourceText text, ParseOptions options, CancellationToken cancellation)
    {
        var errors = new SyntaxErrorList(text);
        var comments = tokenizer.Run(text.Content, errors, cancellation);
        errors.SortTokenErrors();
        tokens.Rewind(cancellation);
        parser.Start(text, comments, errors);
        Module root;
        try
        {
            root = parser.file(PythonParserBase.NoCaller).node;
        }
        catch (InsufficientExecutionStackException)
        {
            // What was built is incomplete in unknown places: better no tree than half of one.
            errors.Add(new TextSpan(tokens.Current.Start, tokens.Current.End), "this is nested too deeply to be analysed");
            root = new Module(new TextSpan(0, text.Length), []);
        }

        parser.Finish();
        var isWhole = errors.Count == 0;
        cancellation.ThrowIfCancellationRequested();
        FutureImports.CheckFeatures(root, errors);
        var (nodes, kinds) = numbering.Number(root);
        var tree = new SyntaxTree(text, root, nodes, kinds, comments) { HasParseErrors = errors.Count > 0, TargetVersion = options.TargetVersion };
        validator.Check(tree, errors, isWhole, options.IsInteractive);
        if (options.TargetVersion is { } target)
        {
            var before = errors.Count;
            new VersionCheck(target, text, tokens, errors).Run(tree);
            tree.HasNewerSyntax = errors.Count > before;
        }

        tree.Errors = errors.ToSorted();
        tokens.Release();
        return tree;
    }
}
