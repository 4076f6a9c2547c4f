using System.Collections.Immutable;
using Antlr4.Runtime;
using Antlr4.Runtime.Atn;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Parsing;

/// <summary>What the code that ANTLR writes, and the actions of the grammar, call.</summary>
internal abstract class TomlBase(TokenBuffer tokens)
{
    public const int Eof = TokenConstants.EOF;

    /// <summary>The caller of the rule that no other rule calls.</summary>
    private const int NoCaller = -1;

    private const int MostKeyParts = 200;

    /// <summary>For each rule that is being read the state of ANTLR's network that it was called from.</summary>
    private readonly Stack<int> callers = new();
    private readonly TomlTables tables = new();

    /// <summary>The type of the last token that was taken; 0 before the first.</summary>
    private int lastType;

    protected Token CurrentToken => tokens.Current;

    protected int NextType => tokens.Current.Type;

    /// <summary>ANTLR's network of states, as it writes it.</summary>
    protected abstract int[] SerializedAtn { get; }

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="TomlException">It is not TOML 1.0.</exception>
    public static TomlTable Parse(string text)
    {
        var parser = new Toml(new TokenBuffer(new TomlScanner(text)));
        parser.document(NoCaller);
        return parser.tables.Root;
    }

    protected void Enter(int caller) => callers.Push(caller);

    protected void Leave() => callers.Pop();

    protected Token Match(int type, int state) => NextType == type ? Consume() : throw UnexpectedToken(state);

    protected Token Consume()
    {
        var token = tokens.Current;
        lastType = token.Type;
        tokens.Consume();
        return token;
    }

    /// <summary>The error at a token that the state does not take, with what it takes.</summary>
    protected TomlException UnexpectedToken(int state)
    {
        var context = ParserRuleContext.EmptyContext as RuleContext;
        foreach (var caller in callers.Reverse())
        {
            context = new RuleContext(context, caller);
        }

        var expected = new ATNDeserializer().Deserialize(SerializedAtn).GetExpectedTokens(state, context);
        return new TomlException(CurrentToken.Span, TomlMessages.Unexpected(CurrentToken, tokens.Text, expected.ToArray(), lastType is 0 or Toml.NEWLINE));
    }

    protected TextSpan Span(Token start) => new(start.Span.Start, tokens.LastEnd);

    protected static ImmutableArray<TomlKey>.Builder NewKey() => ImmutableArray.CreateBuilder<TomlKey>();

    protected void AddPart(ImmutableArray<TomlKey>.Builder key, Token part)
    {
        if (key.Count == MostKeyParts)
        {
            throw new TomlException(part.Span, $"a key has at most {MostKeyParts} parts here");
        }

        var name = part.Value is TomlString quoted ? quoted.Value : tokens.Text[part.Span.Start..part.Span.End];
        key.Add(new TomlKey(name, part.Span));
    }

    protected void OpenTable(ImmutableArray<TomlKey> key, Token start) => tables.OpenTable(key, Span(start));

    protected void OpenElement(ImmutableArray<TomlKey> key, Token start) => tables.OpenElement(key, Span(start));

    protected void Define(ImmutableArray<TomlKey> key, TomlValue value) => tables.Define(key, value);

    protected void Define(TomlTable table, ImmutableArray<TomlKey> key, TomlValue value) => tables.Define(table, key, value);

    protected static TomlTable NewInlineTable(Token start) => new(start.Span);

    /// <summary>The finished table with the span of all its text.</summary>
    protected static TomlTable Closed(TomlTable table, TextSpan span) => table with { Span = span };

    /// <summary>Throws unless a list ends here: what could go on with it, the parser has tried.</summary>
    protected void RequireEnd(int bracket)
    {
        if (NextType != bracket)
        {
            throw new TomlException(CurrentToken.Span, TomlMessages.UnexpectedInList(CurrentToken, tokens.Text, bracket, lastType));
        }
    }
}
