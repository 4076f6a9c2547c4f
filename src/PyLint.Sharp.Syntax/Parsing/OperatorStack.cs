using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>
/// Builds the tree of a flat row of operands and operators by precedence (Language Reference §6.17), without recursion. An operand
/// remembers the span of its tokens: a node starts at the parenthesis of its first operand, the operand itself does not.
/// </summary>
internal sealed class OperatorStack(PythonParserBase parser)
{
    private const int OrLevel = 1;
    private const int AndLevel = 2;
    private const int NotLevel = 3;
    private const int CompareLevel = 4;
    private const int UnaryLevel = 11;
    private const int PowerLevel = 12;
    private const int AwaitLevel = 13;

    private Operand[] operands = new Operand[64];
    private Operator[] operators = new Operator[64];
    private int operandCount;
    private int operatorCount;

    public void Clear() => (operandCount, operatorCount) = (0, 0);

    /// <summary>Clears, and lets go of the nodes too.</summary>
    public void Release()
    {
        Clear();
        PythonParserBase.Empty(ref operands);
    }

    /// <summary>The height to give to <see cref="Close"/>: operators below it belong to an outer row.</summary>
    public int Open() => operatorCount;

    public void Prefix(Token token, int mark)
    {
        var level = token.Type switch
        {
            PythonParser.NOT => NotLevel,
            PythonParser.AWAIT => AwaitLevel,
            _ => UnaryLevel,
        };
        if (operatorCount > mark)
        {
            var before = operators[operatorCount - 1];
            if (before.Level == AwaitLevel || (level == NotLevel && before.Level > NotLevel))
            {
                parser.Error(token.Span, level == NotLevel
                    ? "`not` binds weaker than the operator before it; put it in parentheses"
                    : "`await` takes no operator directly behind it; use parentheses");
            }
        }

        Push(new Operator(token.Type, level, token.Start, IsPrefix: true));
    }

    public void Push(Expr node, int start, int end)
    {
        if (operandCount == operands.Length)
        {
            Array.Resize(ref operands, operandCount * 2);
        }

        operands[operandCount++] = new Operand(node, start, end);
    }

    public void Binary(Token token, int mark)
    {
        var level = LevelOf(token.Type);

        // Chains of comparisons, `and`, `or` wait for their end, they are one node each; `**` groups to the right.
        var waits = level is OrLevel or AndLevel or CompareLevel or PowerLevel;
        while (operatorCount > mark && (operators[operatorCount - 1].Level > level || (operators[operatorCount - 1].Level == level && !waits)))
        {
            Reduce(mark);
        }

        Push(new Operator(token.Type, level, token.Start, IsPrefix: false));
    }

    public Expr Close(int mark)
    {
        while (operatorCount > mark)
        {
            Reduce(mark);
        }

        return operands[--operandCount].Node;
    }

    /// <summary>The operator of `+=` and its like.</summary>
    public static BinaryOperator BinaryOf(SourceText text, Token token) => (text[token.Start], token.Length) switch
    {
        ('+', _) => BinaryOperator.Add,
        ('-', _) => BinaryOperator.Sub,
        ('*', 2) => BinaryOperator.Mult,
        ('*', _) => BinaryOperator.Pow,
        ('/', 2) => BinaryOperator.Div,
        ('/', _) => BinaryOperator.FloorDiv,
        ('%', _) => BinaryOperator.Mod,
        ('@', _) => BinaryOperator.MatMult,
        ('&', _) => BinaryOperator.BitAnd,
        ('|', _) => BinaryOperator.BitOr,
        ('^', _) => BinaryOperator.BitXor,
        ('<', _) => BinaryOperator.LShift,
        _ => BinaryOperator.RShift,
    };

    private static int LevelOf(int type) => type switch
    {
        PythonParser.OR => OrLevel,
        PythonParser.AND => AndLevel,
        PythonParser.VERTICAL_BAR => 5,
        PythonParser.CIRCUMFLEX => 6,
        PythonParser.AMPERSAND => 7,
        PythonParser.LEFT_SHIFT or PythonParser.RIGHT_SHIFT => 8,
        PythonParser.PLUS or PythonParser.MINUS => 9,
        PythonParser.STAR or PythonParser.SLASH or PythonParser.DOUBLE_SLASH or PythonParser.PERCENT or PythonParser.AT => 10,
        PythonParser.DOUBLE_STAR => PowerLevel,
        _ => CompareLevel,
    };

    private static BinaryOperator BinaryOf(int type) => type switch
    {
        PythonParser.PLUS => BinaryOperator.Add,
        PythonParser.MINUS => BinaryOperator.Sub,
        PythonParser.STAR => BinaryOperator.Mult,
        PythonParser.SLASH => BinaryOperator.Div,
        PythonParser.PERCENT => BinaryOperator.Mod,
        PythonParser.DOUBLE_STAR => BinaryOperator.Pow,
        PythonParser.DOUBLE_SLASH => BinaryOperator.FloorDiv,
        PythonParser.AT => BinaryOperator.MatMult,
        PythonParser.VERTICAL_BAR => BinaryOperator.BitOr,
        PythonParser.AMPERSAND => BinaryOperator.BitAnd,
        PythonParser.CIRCUMFLEX => BinaryOperator.BitXor,
        PythonParser.LEFT_SHIFT => BinaryOperator.LShift,
        _ => BinaryOperator.RShift,
    };

    private static UnaryOperator UnaryOf(int type) => type switch
    {
        PythonParser.NOT => UnaryOperator.Not,
        PythonParser.PLUS => UnaryOperator.UAdd,
        PythonParser.MINUS => UnaryOperator.USub,
        _ => UnaryOperator.Invert,
    };

    private static CompareOperator CompareOf(int type) => type switch
    {
        PythonParser.LESS => CompareOperator.Lt,
        PythonParser.GREATER => CompareOperator.Gt,
        PythonParser.EQUAL_EQUAL => CompareOperator.Eq,
        PythonParser.NOT_EQUAL => CompareOperator.NotEq,
        PythonParser.LESS_EQUAL => CompareOperator.LtE,
        PythonParser.GREATER_EQUAL => CompareOperator.GtE,
        PythonParser.IN => CompareOperator.In,
        PythonParser.NOT_IN => CompareOperator.NotIn,
        PythonParser.IS => CompareOperator.Is,
        _ => CompareOperator.IsNot,
    };

    private void Push(Operator op)
    {
        if (operatorCount == operators.Length)
        {
            Array.Resize(ref operators, operatorCount * 2);
        }

        operators[operatorCount++] = op;
    }

    private void Reduce(int mark)
    {
        var op = operators[operatorCount - 1];
        if (op.IsPrefix)
        {
            ReducePrefix(op);
            return;
        }

        if (op.Level is OrLevel or AndLevel or CompareLevel)
        {
            ReduceChain(op.Level, mark);
            return;
        }

        operatorCount--;
        var right = operands[--operandCount];
        ref var left = ref operands[operandCount - 1];
        left = left with
        {
            Node = new BinOp(new TextSpan(left.Start, right.End), left.Node, BinaryOf(op.Type), right.Node),
            End = right.End,
        };
    }

    private void ReducePrefix(Operator op)
    {
        operatorCount--;
        ref var operand = ref operands[operandCount - 1];
        var span = new TextSpan(op.Start, operand.End);
        Expr node = op.Type == PythonParser.AWAIT ? new Await(span, operand.Node) : new UnaryOp(span, UnaryOf(op.Type), operand.Node);
        operand = new Operand(node, op.Start, operand.End);
    }

    /// <summary>All the operators of one level on top of the stack become one node.</summary>
    private void ReduceChain(int level, int mark)
    {
        var first = operatorCount;
        while (first > mark && operators[first - 1] is { IsPrefix: false } op && op.Level == level)
        {
            first--;
        }

        var count = operatorCount - first;
        var lowest = operandCount - count - 1;
        var span = new TextSpan(operands[lowest].Start, operands[operandCount - 1].End);
        Expr node = level == CompareLevel
            ? new Compare(span, operands[lowest].Node, CompareOperators(first, count), NodesFrom(lowest + 1))
            : new BoolOp(span, level == OrLevel ? BoolOperator.Or : BoolOperator.And, NodesFrom(lowest));
        operands[lowest] = new Operand(node, span.Start, span.End);
        operandCount -= count;
        operatorCount = first;
    }

    private ImmutableArray<CompareOperator> CompareOperators(int first, int count)
    {
        var found = new CompareOperator[count];
        for (var i = 0; i < count; i++)
        {
            found[i] = CompareOf(operators[first + i].Type);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(found);
    }

    private ImmutableArray<Expr> NodesFrom(int lowest)
    {
        var nodes = new Expr[operandCount - lowest];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = operands[lowest + i].Node;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(nodes);
    }

    private readonly record struct Operand(Expr Node, int Start, int End);

    private readonly record struct Operator(int Type, int Level, int Start, bool IsPrefix);
}
