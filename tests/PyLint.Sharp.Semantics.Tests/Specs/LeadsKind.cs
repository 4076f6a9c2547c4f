using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># leads: x=yes</c>: whether control may come from behind the line to any read of the variable while it keeps its value.</summary>
internal sealed class LeadsKind : ISpecKind
{
    public string Word => "leads";

    public string Ask(SpecLine line, string expected)
    {
        var statement = line.Nodes.OfType<Stmt>().FirstOrDefault() ?? throw new SpecException("no statement starts on this line");
        var name = expected.Split('=')[0];
        var symbol = line.Model.ScopeOf(statement).Lookup(name) ?? throw new SpecException($"there is no variable {name}");
        var answers = symbol.References.Select(read => line.Model.LeadsTo(statement, read, symbol, symbol)).ToHashSet();
        var answer = answers.Contains(Answer.Yes) ? Answer.Yes : answers.Contains(Answer.Unknown) ? Answer.Unknown : Answer.No;
        return $"{name}={answer.ToString().ToLowerInvariant()}";
    }
}
