using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Expressions.</summary>
internal abstract partial class PythonParserBase
{
    private const string LoneStar = "a starred expression needs a tuple around it; write a comma behind it";

    private readonly OperatorStack operators;
    private readonly List<StringParts> stringParts = [];
    private int openStrings;

    /// <summary>Makes a name, and all that can be bound in a display of names, a target.</summary>
    internal Expr Store(Expr node)
    {
        EnterNesting();
        switch (node)
        {
            case Name name:
                name.Ctx = ExprContext.Store;
                break;
            case Attribute attribute:
                attribute.Ctx = ExprContext.Store;
                break;
            case Subscript subscript:
                subscript.Ctx = ExprContext.Store;
                break;
            case Starred starred:
                starred.Ctx = ExprContext.Store;
                Store(starred.Value);
                break;
            case Tuple tuple:
                tuple.Ctx = ExprContext.Store;
                StoreAll(tuple.Elts);
                break;
            case List list:
                list.Ctx = ExprContext.Store;
                StoreAll(list.Elts);
                break;
            default:
                Error(node, $"cannot assign to {Describe(node)}");
                break;
        }

        return node;
    }

    protected static string Describe(Expr node) => node switch
    {
        Constant { Value: null or bool or Ellipsis } or JoinedStr or TemplateStr or Constant => "a literal",
        Call => "a function call",
        Tuple => "a tuple",
        List => "a list",
        Dict => "a dict display",
        Set => "a set display",
        Lambda => "a lambda",
        Compare => "a comparison",
        BoolOp or BinOp or UnaryOp => "an expression",
        IfExp => "a conditional expression",
        ListComp or SetComp or DictComp => "a comprehension",
        GeneratorExp => "a generator expression",
        Await => "an await expression",
        Yield or YieldFrom => "a yield expression",
        NamedExpr => "a named expression",
        Starred => "a starred expression",
        Name => "a name in parentheses",
        _ => "this expression",
    };

    protected int OpenOperation() => operators.Open();

    /// <summary>False behind an operand that stands alone, as most do: it is the whole operation, and needs no row to be put in order.</summary>
    protected bool IsInRow(int mark) => operators.Open() > mark || NextType >= PythonParser.PLUS;

    protected void Prefix(int mark, Token token) => operators.Prefix(token, mark);

    protected void Operand(Token start, Expr node) => operators.Push(node, start.Start, tokens.LastEnd);

    protected void Binary(int mark, Token token) => operators.Binary(token, mark);

    protected Expr CloseOperation(int mark) => operators.Close(mark);

    /// <summary>A string may stand in a field of another: each depth has parts of its own, and the next string there uses them again.</summary>
    protected StringParts OpenStrings()
    {
        if (openStrings == stringParts.Count)
        {
            stringParts.Add(new StringParts(Source, comments, errors));
        }

        var parts = stringParts[openStrings++];
        parts.Start();
        return parts;
    }

    protected Expr CloseStrings(StringParts parts, TextSpan span)
    {
        openStrings--;
        return parts.Build(span);
    }

    protected Expr Number(Token token)
    {
        var span = token.Span;
        return new Constant(span, Literals.Number(Source.Slice(span), span, errors), null);
    }

    protected Expr TupleOf(Token start, int mark) => new Tuple(Span(start), Take<Expr>(mark), ExprContext.Load);

    protected Expr TupleOrSingle(Token start, int mark, bool isTuple)
    {
        if (isTuple)
        {
            return TupleOf(start, mark);
        }

        var node = TakeSingle(mark);
        if (node is Starred)
        {
            Error(node, LoneStar);
        }

        return node;
    }

    /// <summary>What stands between parentheses: a tuple, one expression, or the items of a `with`.</summary>
    protected Expr Group(Token start, int mark, bool isTuple)
    {
        for (var i = mark; i < height; i++)
        {
            if (stack[i].Node is WithItem)
            {
                return WithItemGroupOf(start, mark);
            }
        }

        if (isTuple)
        {
            return TupleOf(start, mark);
        }

        var node = TakeSingle(mark);
        if (node is Starred)
        {
            Error(node, LoneStar);
        }

        return node;
    }

    /// <summary>What stands behind `*` or `**` in a display binds at least as tight as `|` (Language Reference §6.2.5 and §6.15).</summary>
    protected Expr Unpacked(Token start, Expr node)
    {
        // In parentheses a node starts behind its first token.
        if (node is BoolOp or Compare or UnaryOp { Op: UnaryOperator.Not } && node.Span.Start == start.Start)
        {
            Error(node, "what is unpacked needs parentheses around `not`, `and`, `or` or a comparison");
        }

        return node;
    }

    protected Expr Named(TextSpan span, Token start, Expr target, Expr value)
    {
        if (target is not Name || start.Type != PythonParser.NAME)
        {
            Error(target, $"`:=` binds a plain name, not {Describe(target)}");
            return value;
        }

        return new NamedExpr(span, Store(target), value);
    }

    protected Keyword KeywordArgument(TextSpan span, Token start, Expr name, Expr value)
    {
        if (name is Name { Id: var id } && start.Type == PythonParser.NAME)
        {
            return new Keyword(span, new Identifier(id, name.Span), value);
        }

        Error(name, "a keyword argument is a plain name before `=`; a comparison is written `==`");
        return new Keyword(span, new Identifier("", name.Span), value);
    }

    protected static Expr BareGenerator(TextSpan span, Expr element, ImmutableArray<Comprehension> generators) =>
        new GeneratorExp(span, element, generators) { IsBare = true };

    /// <summary>Pops the arguments of a call: positional ones and keywords apart.</summary>
    protected CallArguments TakeArguments(int mark)
    {
        var count = height - mark;
        if (count == 0)
        {
            return new CallArguments([], []);
        }

        var keywordCount = 0;
        for (var i = mark; i < height; i++)
        {
            keywordCount += stack[i].Node is Keyword ? 1 : 0;
        }

        var positional = count > keywordCount ? new Expr[count - keywordCount] : [];
        var keywords = keywordCount > 0 ? new Keyword[keywordCount] : [];
        DivideArguments(mark, positional, keywords);
        height = mark;
        var arguments = new CallArguments(ImmutableCollectionsMarshal.AsImmutableArray(positional), ImmutableCollectionsMarshal.AsImmutableArray(keywords));
        CheckBareGenerator(arguments, count);
        return arguments;
    }

    private void DivideArguments(int mark, Span<Expr> positional, Span<Keyword> keywords)
    {
        var (positionalFound, keywordsFound) = (0, 0);
        var hasUnpacking = false;
        for (var i = mark; i < height; i++)
        {
            if (stack[i].Node is Keyword keyword)
            {
                keywords[keywordsFound++] = keyword;
                hasUnpacking |= keyword.Name is null;
            }
            else
            {
                positional[positionalFound++] = CheckPositional((Expr)stack[i].Node!, keywordsFound > 0, hasUnpacking);
            }
        }
    }

    /// <summary>A generator that is the only argument owns the parentheses of its call.</summary>
    protected static Expr CallOf(TextSpan span, Token open, Expr function, CallArguments arguments)
    {
        if (arguments.Positional is [GeneratorExp { IsBare: true } generator])
        {
            generator.Span = new TextSpan(open.Start, span.End);
        }

        return new Call(span, function, arguments.Positional, arguments.Keywords);
    }

    protected Expr SubscriptTuple(Token start, int mark, Expr single, bool isTuple)
    {
        if (isTuple)
        {
            return TupleOf(start, mark);
        }

        // PEP 646: a lone starred index is a tuple of one.
        return single is Starred ? new Tuple(Span(start), [single], ExprContext.Load) : single;
    }

    protected Expr SubscriptOf(Token start, Expr? lower, Token? colon, Expr? upper, Expr? step)
    {
        if (colon is null)
        {
            return lower!;
        }

        if (lower is Starred)
        {
            Error(lower, "a starred expression cannot be the bound of a slice");
        }

        if (lower is NamedExpr && start.Type == PythonParser.NAME)
        {
            Error(lower, "`:=` in a slice needs parentheses");
        }

        return new Slice(Span(start), lower, upper, step);
    }

    private Expr CheckPositional(Expr argument, bool hasKeyword, bool hasUnpacking)
    {
        if (hasKeyword && argument is not Starred)
        {
            Error(argument, "a positional argument stands behind a keyword argument; write it before the keywords");
        }
        else if (hasUnpacking)
        {
            Error(argument, "an unpacked iterable stands behind an unpacked mapping; write it before the `**`");
        }

        return argument;
    }

    private void CheckBareGenerator(CallArguments arguments, int count)
    {
        var hasComma = tokens[tokens.Index - 1].Type == PythonParser.COMMA;
        foreach (var argument in arguments.Positional)
        {
            if (argument is GeneratorExp { IsBare: true } && (count > 1 || hasComma))
            {
                Error(argument, "a generator expression beside other arguments needs its own parentheses");
            }
        }
    }

    private WithItemGroup WithItemGroupOf(Token start, int mark)
    {
        if (tokens.Current.Type != PythonParser.COLON)
        {
            throw CannotStand(tokens.Current);
        }

        var items = ImmutableArray.CreateBuilder<WithItem>(height - mark);
        for (var i = mark; i < height; i++)
        {
            var node = stack[i].Node!;
            items.Add(node as WithItem ?? new WithItem(node.Span, CheckContext((Expr)node, start.Start), null));
        }

        height = mark;
        return new WithItemGroup(Span(start), items.MoveToImmutable());
    }

    private Expr CheckContext(Expr context, int outer)
    {
        if (context is Starred)
        {
            Error(context, "a starred expression cannot be an item of a `with`");
        }
        else if (context is NamedExpr && !IsParenthesized(context, outer))
        {
            Error(context, "`:=` needs parentheses among the items of a `with`");
        }

        return context;
    }

    private void StoreAll(ImmutableArray<Expr> targets)
    {
        Expr? starred = null;
        foreach (var target in targets)
        {
            Store(target);
            if (target is Starred && starred != null)
            {
                Error(target, "only one starred target can take the rest; leave out the other `*`");
            }

            starred = target as Starred ?? starred;
        }
    }

    private void Delete(Expr node)
    {
        EnterNesting();
        switch (node)
        {
            case Name name:
                name.Ctx = ExprContext.Del;
                break;
            case Attribute attribute:
                attribute.Ctx = ExprContext.Del;
                break;
            case Subscript subscript:
                subscript.Ctx = ExprContext.Del;
                break;
            case Tuple tuple:
                tuple.Ctx = ExprContext.Del;
                DeleteAll(tuple.Elts);
                break;
            case List list:
                list.Ctx = ExprContext.Del;
                DeleteAll(list.Elts);
                break;
            default:
                Error(node, $"cannot delete {Describe(node)}");
                break;
        }
    }

    private void DeleteAll(ImmutableArray<Expr> targets)
    {
        foreach (var target in targets)
        {
            Delete(target);
        }
    }
}
