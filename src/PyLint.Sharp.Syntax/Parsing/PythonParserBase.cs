using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Antlr4.Runtime;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// What the actions of the grammar call: it makes the nodes that need more than a constructor, and rejects what the grammar lets
/// through beyond Python. Nodes are built while the text is parsed; no parse tree is kept.
/// </summary>
internal abstract partial class PythonParserBase : Parser
{
    private const int LongestKept = 1024;

    private readonly TokenBuffer tokens;
    private Node?[] stack = new Node?[256];
    private int height;
    private SyntaxErrorList errors = null!;
    private ImmutableArray<TextSpan> comments;

    protected PythonParserBase(ITokenStream input, TextWriter output, TextWriter errorOutput)
        : base(input, output, errorOutput)
    {
        tokens = (TokenBuffer)input;
        BuildParseTree = false;
        ErrorHandler = new ThrowingErrorStrategy();
        operators = new OperatorStack(this);
    }

    protected static ImmutableArray<Expr> NoExpressions => [];

    protected static ImmutableArray<Stmt> NoStatements => [];

    protected int NextType => tokens.Current.Type;

    /// <summary>The one boxed <c>True</c>, so that constants share it.</summary>
    protected static object True { get; } = true;

    /// <summary>The one boxed <c>False</c>.</summary>
    protected static object False { get; } = false;

    internal SourceText Source { get; private set; } = null!;

    protected TextSpan WholeText => new(0, Source.Length);

    /// <summary>Makes the parser ready for the tokens that the buffer holds now.</summary>
    public void Start(SourceText source, ImmutableArray<TextSpan> commentsOfSource, SyntaxErrorList found)
    {
        Source = source;
        comments = commentsOfSource;
        errors = found;
        State = -1;
    }

    /// <summary>Lets go of the tree: this parser lives on, and one node left behind would keep a whole tree alive through its parents.</summary>
    public void Finish()
    {
        height = 0;
        Empty(ref stack);
        operators.Release();
        branches.Clear();
        salvaged.Clear();
        Context = null;
    }

    /// <summary>Forgets what a work array holds, and the array too when a rare file made it long.</summary>
    internal static void Empty<T>(ref T[] work)
    {
        if (work.Length > LongestKept)
        {
            work = new T[LongestKept];
        }
        else
        {
            Array.Clear(work);
        }
    }

    /// <summary>Without parse tree and listeners a rule needs its first token and nothing else.</summary>
    public override void EnterRule(ParserRuleContext localctx, int state, int ruleIndex)
    {
        State = state;
        Context = localctx;
        localctx.Start = tokens.Current;
    }

    /// <inheritdoc/>
    public override void ExitRule()
    {
        State = Context.invokingState;
        Context = (ParserRuleContext)Context.Parent;
    }

    /// <inheritdoc/>
    public override IToken Match(int ttype)
    {
        var token = tokens.Current;
        if (token.Type != ttype)
        {
            return ErrorHandler.RecoverInline(this);
        }

        tokens.Consume();
        return token;
    }

    /// <inheritdoc/>
    public override IToken Consume()
    {
        var token = tokens.Current;
        tokens.Consume();
        return token;
    }

    internal void Error(TextSpan span, string message) => errors.Add(span, message);

    internal void Error(Node node, string message) => errors.Add(node.Span, message);

    internal static Identifier NameOf(IToken token) => new(((Token)token).Text, ((Token)token).Span);

    /// <summary>From a token to the last token read that is not layout: where CPython ends a node.</summary>
    internal TextSpan Span(IToken start) => new(((Token)start).Start, tokens.LastEnd);

    /// <summary>
    /// Throws where the stack nears its end, so that no nesting can kill the process; <see cref="TreeParser"/> reports it.
    /// </summary>
    protected static void EnterNesting() => RuntimeHelpers.EnsureSufficientExecutionStack();

    protected int Mark() => height;

    protected void Add(Node? node)
    {
        if (height == stack.Length)
        {
            Array.Resize(ref stack, height * 2);
        }

        stack[height++] = node;
    }

    /// <summary>Pops what was added since a mark.</summary>
    protected ImmutableArray<T> Take<T>(int mark)
        where T : Node
    {
        var count = height - mark;
        if (count == 0)
        {
            return [];
        }

        var taken = new T[count];
        for (var i = 0; i < count; i++)
        {
            taken[i] = (T)stack[mark + i]!;
        }

        height = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }

    /// <summary>Pops the one expression that was added since a mark: the element of a comprehension.</summary>
    protected Expr TakeSingle(int mark)
    {
        var node = stack[mark];
        height = mark;
        return node as Expr ?? throw UnexpectedToken();
    }

    /// <summary>A dotted name from its first token to the last token read.</summary>
    protected Identifier DottedName(IToken start)
    {
        var first = (Token)start;
        var last = tokens.Index - 1;
        if (last == first.TokenIndex)
        {
            return NameOf(first);
        }

        var text = new StringBuilder(first.Text);
        for (var i = first.TokenIndex + 1; i <= last; i++)
        {
            text.Append(tokens[i].Type == PythonParser.DOT ? "." : tokens[i].Text);
        }

        return new Identifier(text.ToString(), new TextSpan(first.Start, tokens[last].End));
    }

    protected static Name LoadName(IToken token) => new(((Token)token).Span, ((Token)token).Text, ExprContext.Load);

    protected static Name StoreName(IToken token) => new(((Token)token).Span, ((Token)token).Text, ExprContext.Store);
}
