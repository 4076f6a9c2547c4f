using PyLint.Sharp.Semantics.Tests.Flow.Running;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Semantics.Tests;

public class RobustnessTests
{
    [TestCase("a", ".b", 50_000)]
    [TestCase("a", " + a", 50_000)]
    [TestCase("a", "(1)", 50_000)]
    [TestCase("x = a", "[0]", 50_000)]
    [TestCase("x = 1", ", a", 50_000)]
    [TestCase("a", " and a", 50_000)]
    [TestCase("a", " < a", 50_000)]
    [TestCase("", "x = x + 1\n", 20_000)]
    [TestCase("", "def f(): return f()\n", 5_000)]
    public void Long_code_is_answered_within_the_stack(string start, string repeated, int count)
    {
        var code = start + string.Concat(Enumerable.Repeat(repeated, count));
        AskEverything(SemanticModel.Create(SyntaxTree.Parse(SourceText.From(code))));
    }

    /// <summary>Every question, at every place where the text is cut off in mid-sentence.</summary>
    [Test]
    public void A_broken_file_is_answered_too()
    {
        const string code =
            """
            import os.path as p, sys
            from a import (b as c)
            class C[T](B, metaclass=M):
                x: T = [y := i for i in z if i]
                def f(self, *args, k: int = 1, **kw) -> "C":
                    global g; nonlocal n
                    try:
                        with open(p) as (q, *r): return lambda a=1: {a: a, **kw}
                    except (E, F) as e: raise X from e
                    finally: del q, r[0], s.t
                    match q:
                        case {"k": [v, *w], **rest} | C(u=1): sys.exit(f"{v!r:>{w}}")
            """;
        for (var length = 0; length <= code.Length; length++)
        {
            var model = SemanticModel.Create(SyntaxTree.Parse(SourceText.From(code[..length])));
            AskEverything(model);
        }
    }

    /// <summary>Every question about programs that were damaged.</summary>
    [Test]
    public void A_damaged_program_is_answered_too() => FuzzRun.OfText.Check(
        300,
        random => new Mutator(random).Mutate(new FlowProgram(random, hasExceptStar: true).Write() + new FlowProgram(random, hasExceptStar: true).Write()),
        text =>
        {
            AskEverything(SemanticModel.Create(SyntaxTree.Parse(text)));
            return null;
        });

    private static void AskEverything(SemanticModel model)
    {
        foreach (var node in model.Tree.Nodes)
        {
            model.ScopeOf(node);
            model.EnclosingQualname(node);
            model.IsEverRead(node);
            if (node is Name name)
            {
                model.BoundAt(name);
            }

            if (node is Expr expression)
            {
                model.QualifiedName(expression);
                model.IsHashable(expression);
                model.CanRaise(expression);
            }
            else if (node is Stmt statement)
            {
                model.CompletionOf(statement);
                model.IsReachable(statement);
                model.CanRaise(statement);
            }
        }
    }
}
