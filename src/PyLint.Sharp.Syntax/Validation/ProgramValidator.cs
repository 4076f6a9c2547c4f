using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Validation;

/// <summary>
/// The errors that CPython's symbol table and compiler raise beyond the grammar. A statement that could not be parsed is missing from
/// the tree and its block stands outside: what depends on what is around is not judged there.
/// </summary>
internal sealed partial class ProgramValidator : RegionWalker
{
    private readonly HashSet<string> seen = [];

    /// <summary>What the names mean that are declared `global` or `nonlocal`.</summary>
    private readonly HashSet<string> declared = [];
    private SourceText source = null!;
    private SyntaxErrorList errors = null!;
    private bool isInteractive;

    /// <param name="tree">The tree.</param>
    /// <param name="found">Where the errors go.</param>
    /// <param name="isWhole">True when there is no parse error.</param>
    /// <param name="interactive">True for text that was entered in parts; see <see cref="ParseOptions.IsInteractive"/>.</param>
    public void Check(SyntaxTree tree, SyntaxErrorList found, bool isWhole, bool interactive)
    {
        source = tree.Text;
        errors = found;
        declared.Clear();
        iterableEnd = 0;
        isInteractive = interactive;
        if (!isInteractive)
        {
            FutureImports.CheckPlaces(tree.Root, errors);
        }

        Walk(tree);
        if (declared.Count > 0)
        {
            new DeclarationCheck(declared, errors, isWhole).Run(tree);
        }
    }

    protected override void Visit(Node node, NodeKind kind)
    {
        switch (kind)
        {
            case NodeKind.Name:
                CheckName((Name)node);
                break;
            case NodeKind.Attribute:
                CheckAttribute((Nodes.Attribute)node);
                break;
            case NodeKind.Starred or NodeKind.NamedExpr or NodeKind.Call or NodeKind.Tuple or NodeKind.List:
                VisitCommonExpression(node, kind);
                break;
            case NodeKind.Yield or NodeKind.YieldFrom or NodeKind.Await or NodeKind.Comprehension:
                VisitSuspension(node);
                break;
            case NodeKind.Return or NodeKind.Break or NodeKind.Continue or NodeKind.AsyncFor or NodeKind.AsyncWith:
                VisitJump((Stmt)node);
                break;
            case NodeKind.Import or NodeKind.ImportFrom or NodeKind.Alias or NodeKind.Global or NodeKind.Nonlocal or NodeKind.Keyword:
                VisitNames(node);
                break;
            case NodeKind.FunctionDef or NodeKind.AsyncFunctionDef or NodeKind.ClassDef or NodeKind.Arguments or NodeKind.Lambda or NodeKind.TypeAlias:
                VisitDefinition(node);
                break;
            case NodeKind.Try or NodeKind.TryStar:
                CheckHandlers((TryStatement)node);
                break;
            case >= NodeKind.MatchValue and <= NodeKind.MatchOr or NodeKind.Match or NodeKind.MatchCase:
                VisitMatch(node);
                break;
        }
    }

    private void Error(TextSpan span, string message) => errors.Add(span, message);

    private void ErrorAtKeyword(Node node, string keyword, string message, SyntaxErrorKind kind = SyntaxErrorKind.Any) =>
        errors.Add(new TextSpan(node.Span.Start, node.Span.Start + keyword.Length), message, kind);

    /// <summary>What a name that is written here means.</summary>
    private string Mangle(string name)
    {
        var scope = Scope;
        while (scope >= 0 && NameMangling.IsPrivate(name))
        {
            if (RegionAt(scope) is { Kind: RegionKind.Class, Node: ClassDef type })
            {
                return NameMangling.Mangle(name, type.Name.Text);
            }

            scope = ScopeAround(scope);
        }

        return name;
    }

    private bool IsTrusted(Node node) => !errors.Damage.Contains(node.Span.Start);
}
