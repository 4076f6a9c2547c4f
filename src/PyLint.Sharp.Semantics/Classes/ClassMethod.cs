using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>A function of a class body.</summary>
/// <param name="Node">The function.</param>
/// <param name="Name">Its name, mangled where Python mangles it.</param>
/// <param name="Kind">What it is to an instance.</param>
/// <param name="IsAbstract">True under <c>@abstractmethod</c> or one of its old forms.</param>
public readonly record struct ClassMethod(FunctionDefinition Node, string Name, MethodKind Kind, bool IsAbstract);

/// <summary>A property of a class body.</summary>
/// <param name="Name">Its name, mangled where Python mangles it.</param>
/// <param name="Node">The getter's function, or the assignment of <c>property(…)</c>.</param>
/// <param name="HasSetter">Whether it can be assigned.</param>
/// <param name="HasDeleter">Whether it can be deleted.</param>
public readonly record struct ClassProperty(string Name, Stmt Node, Answer HasSetter, Answer HasDeleter);

/// <summary>The methods that a class leaves abstract.</summary>
/// <param name="AreKnown">Yes when <paramref name="Names"/> are all; Unknown when a base may have more or the class may define some unseen.</param>
/// <param name="Names">The names.</param>
public readonly record struct AbstractMethods(Answer AreKnown, IReadOnlyList<string> Names);
