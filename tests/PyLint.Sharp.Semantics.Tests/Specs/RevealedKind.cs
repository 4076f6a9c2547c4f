using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># revealed: list[int] | None</c>: the type of the expression statement, of the assigned value or of the returned value.</summary>
internal sealed class RevealedKind : ISpecKind
{
    public string Word => "revealed";

    public string Ask(SpecLine line, string expected) => line.Model.TypeOf(ValueOf(line)).ToString();

    /// <summary>The value that a line is about.</summary>
    public static Expr ValueOf(SpecLine line) => line.Nodes.OfType<Stmt>().LastOrDefault() switch
    {
        ExprStmt { Value: Call { Func: Name { Id: "reveal_type" }, Args: [var argument] } } => argument,
        ExprStmt { Value: var value } => value,
        Assign { Value: var value } => value,
        Return { Value: { } value } => value,
        _ => throw new SpecException("the line has no value: write an expression, an assignment or a return"),
    };
}
