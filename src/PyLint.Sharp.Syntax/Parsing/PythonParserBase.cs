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
    private Slot[] stack = new Slot[256];
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Enter(int caller)
    {
        var (depth, states) = (Depth, callers);
        if ((uint)depth >= (uint)states.Length)
        {
            states = GrowCallers();
        }

        states[depth] = caller;
        Depth = depth + 1;
    }

    /// <summary>Called at the end of each rule; a rule that catches an error sets <see cref="Depth"/> back instead.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected void Leave() => Depth--;

    private int[] GrowCallers()
    {
        Array.Resize(ref callers, callers.Length * 2);
        return callers;
    }

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

        stack[height++].Node = node;
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
        CopyTo(taken, mark);
        height = mark;
        return ImmutableCollectionsMarshal.AsImmutableArray(taken);
    }

    /// <summary>Fills a span with what was added since a mark. A span is asked once what it may hold, an array at each store.</summary>
    private void CopyTo<T>(Span<T> taken, int mark)
        where T : Node
    {
        for (var i = 0; i < taken.Length; i++)
        {
            taken[i] = (T)stack[mark + i].Node!;
        }
    }

    /// <summary>Pops the one expression that was added since a mark: the element of a comprehension.</summary>
    protected Expr TakeSingle(int mark)
    {
        var node = stack[mark].Node;
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

    /// <summary>A place for any node: an array of nodes would ask at each store whether it may hold that kind of node.</summary>
    private struct Slot
    {
        public Node? Node;
    }
}
