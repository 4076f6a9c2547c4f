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
internal abstract partial class PythonParserBase
{
    private const int LongestKept = 1024;

    /// <summary>The type of the token behind the last one.</summary>
    public const int Eof = TokenConstants.EOF;

    /// <summary>The caller of a rule that no other rule calls.</summary>
    public const int NoCaller = -1;

    private readonly TokenBuffer tokens;
    private Node?[] stack = new Node?[256];
    private int height;

    /// <summary>For each rule that is being read the state of ANTLR's network that it was called from: what may follow it.</summary>
    private int[] callers = new int[256];
    private SyntaxErrorList errors = null!;
    private ImmutableArray<TextSpan> comments;

    protected PythonParserBase(TokenBuffer tokens)
    {
        this.tokens = tokens;
        operators = new OperatorStack(this);
    }

    protected static ImmutableArray<Expr> NoExpressions => [];

    protected static ImmutableArray<Stmt> NoStatements => [];

    protected Token CurrentToken => tokens.Current;

    protected int NextType => tokens.Current.Type;

    /// <summary>The one boxed <c>True</c>, so that constants share it.</summary>
    protected static object True { get; } = true;

    /// <summary>The one boxed <c>False</c>.</summary>
    protected static object False { get; } = false;

    /// <summary>How many rules are being read.</summary>
    protected int Depth { get; set; }

    /// <summary>ANTLR's network of states, as it writes it.</summary>
    protected abstract int[] SerializedAtn { get; }

    internal SourceText Source { get; private set; } = null!;

    protected TextSpan WholeText => new(0, Source.Length);

    /// <summary>Makes the parser ready for the tokens that the buffer holds now.</summary>
    public void Start(SourceText source, ImmutableArray<TextSpan> commentsOfSource, SyntaxErrorList found)
    {
        Source = source;
        comments = commentsOfSource;
        errors = found;
        Depth = 0;
        continuationEnd = 0;
        lostBlockEnd = 0;
    }

    /// <summary>Lets go of the tree: this parser lives on, and one node left behind would keep a whole tree alive through its parents.</summary>
    public void Finish()
    {
        height = 0;
        Empty(ref stack);
        operators.Release();
        stringParts.Clear();
        openStrings = 0;
        branches.Clear();
        salvaged.Clear();
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

    /// <summary>Called at the start of each rule, with the state of the rule that it was called from.</summary>
    protected void Enter(int caller)
    {
        if (Depth == callers.Length)
        {
            Array.Resize(ref callers, Depth * 2);
        }

        callers[Depth++] = caller;
    }

    /// <summary>Called at the end of each rule; a rule that catches an error sets <see cref="Depth"/> back instead.</summary>
    protected void Leave() => Depth--;

    /// <summary>Takes a token of a type, or throws with what else the state would take.</summary>
    protected Token Match(int type, int state)
    {
        var token = tokens.Current;
        if (token.Type != type)
        {
            throw UnexpectedToken(state);
        }

        tokens.Consume();
        return token;
    }

    protected Token Consume()
    {
        var token = tokens.Current;
        tokens.Consume();
        return token;
    }

    internal void Error(TextSpan span, string message) => errors.Add(span, message);

    internal void Error(Node node, string message) => errors.Add(node.Span, message);

    internal static Identifier NameOf(Token token) => new(token.Text, token.Span);

    /// <summary>From a token to the last token read that is not layout: where CPython ends a node.</summary>
    internal TextSpan Span(Token start) => new(start.Start, tokens.LastEnd);

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
        return node as Expr ?? throw CannotStand(tokens.Current);
    }

    /// <summary>A dotted name from its first token to the last token read.</summary>
    protected Identifier DottedName(Token start)
    {
        var first = start;
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

    protected static Name LoadName(Token token) => new(token.Span, token.Text, ExprContext.Load);

    protected static Name StoreName(Token token) => new(token.Span, token.Text, ExprContext.Store);
}
