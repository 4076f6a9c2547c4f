using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>The arguments of a call or the bases of a class.</summary>
internal readonly record struct CallArguments(ImmutableArray<Expr> Positional, ImmutableArray<Keyword> Keywords);
