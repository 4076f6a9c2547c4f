using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>One base as a <c>class</c> statement writes it.</summary>
/// <param name="Expression">What is written.</param>
/// <param name="Class">The class that it names; of <c>Base[int]</c> that is <c>Base</c>.</param>
/// <param name="IsSubscripted">True for <c>Base[int]</c>.</param>
public readonly record struct ClassBase(Expr Expression, ClassReference Class, bool IsSubscripted);
