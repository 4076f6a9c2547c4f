namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>How an expression is used: read, bound or deleted.</summary>
public enum ExprContext
{
    /// <summary>The value is read.</summary>
    Load,

    /// <summary>The place is bound or assigned.</summary>
    Store,

    /// <summary>The place is the operand of <c>del</c>.</summary>
    Del,
}

/// <summary>The operator of a <see cref="BoolOp"/>.</summary>
public enum BoolOperator
{
    /// <summary><c>and</c></summary>
    And,

    /// <summary><c>or</c></summary>
    Or,
}

/// <summary>The operator of a <see cref="BinOp"/> or an <see cref="AugAssign"/>, named as in Python's <c>ast</c>.</summary>
public enum BinaryOperator
{
    /// <summary><c>+</c></summary>
    Add,

    /// <summary><c>-</c></summary>
    Sub,

    /// <summary><c>*</c></summary>
    Mult,

    /// <summary><c>@</c></summary>
    MatMult,

    /// <summary><c>/</c></summary>
    Div,

    /// <summary><c>%</c></summary>
    Mod,

    /// <summary><c>**</c></summary>
    Pow,

    /// <summary><c>&lt;&lt;</c></summary>
    LShift,

    /// <summary><c>&gt;&gt;</c></summary>
    RShift,

    /// <summary><c>|</c></summary>
    BitOr,

    /// <summary><c>^</c></summary>
    BitXor,

    /// <summary><c>&amp;</c></summary>
    BitAnd,

    /// <summary><c>//</c></summary>
    FloorDiv,
}

/// <summary>The operator of a <see cref="UnaryOp"/>.</summary>
public enum UnaryOperator
{
    /// <summary><c>~</c></summary>
    Invert,

    /// <summary><c>not</c></summary>
    Not,

    /// <summary><c>+</c></summary>
    UAdd,

    /// <summary><c>-</c></summary>
    USub,
}

/// <summary>One operator of a <see cref="Compare"/> chain.</summary>
public enum CompareOperator
{
    /// <summary><c>==</c></summary>
    Eq,

    /// <summary><c>!=</c></summary>
    NotEq,

    /// <summary><c>&lt;</c></summary>
    Lt,

    /// <summary><c>&lt;=</c></summary>
    LtE,

    /// <summary><c>&gt;</c></summary>
    Gt,

    /// <summary><c>&gt;=</c></summary>
    GtE,

    /// <summary><c>is</c></summary>
    Is,

    /// <summary><c>is not</c></summary>
    IsNot,

    /// <summary><c>in</c></summary>
    In,

    /// <summary><c>not in</c></summary>
    NotIn,
}
