using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Semantics.Tests.Classes;

/// <summary>Whatever a text is, questions about classes, calls and escapes are answered.</summary>
public class DamageTests
{
    private static readonly Lazy<List<string>> Programs = new(() =>
        [.. new[] { "tests", "samples" }.SelectMany(folder => Repository.Files(folder, "*.py")).Concat(Repository.Files("tests/PyLint.Sharp.Semantics.Tests/Specs", "*.md"))
            .Select(Repository.ReadText)]);

    [Test]
    public void Damaged_programs_are_answered() => FuzzRun.OfText.Check(
        3000,
        random => new Mutator(random) is var mutator ? mutator.Mutate(mutator.PartOf(Programs.Value[random.Next(Programs.Value.Count)])) : "",
        text =>
        {
            ClassQuestions.AskAll(SemanticModel.Create(SyntaxTree.Parse(text)));
            return null;
        });

    [TestCase("class C", "(C):\n x", 200)]
    [TestCase("x = ", "lambda: f(x)(", 90)]
    [TestCase("", "def f(x): return f(lambda: f(x))\n", 300)]
    [TestCase("", "class A(A):\n  def f(self): self.x = self.f(self.x)\n", 300)]
    [TestCase("", "for i in x: y = lambda: y(i)\n", 300)]
    public void Odd_programs_are_answered(string start, string repeated, int count) =>
        ((Action)(() => ClassQuestions.AskAll(SemanticModel.Create(SyntaxTree.Parse(SourceText.From(start + string.Concat(Enumerable.Repeat(repeated, count)))))))).Should().NotThrow();
}

/// <summary>Every question about classes, calls and escapes, asked of every node.</summary>
internal static class ClassQuestions
{
    public static void AskAll(SemanticModel model)
    {
        foreach (var made in model.Classes)
        {
            _ = (made.Linearization, made.Slots, made.Dataclass, made.Subclasses.Length, made.Methods.Length, made.AbstractMethods, made.CanBeInstantiated, made.IsNamedTuple);
            foreach (var attribute in made.OwnAttributes.ToList())
            {
                _ = (made.Find(attribute.Name), made.Property(attribute.Name), made.Method(attribute.Name), made.FindInherited(attribute.Name));
            }
        }

        foreach (var node in model.Tree.Nodes)
        {
            switch (node)
            {
                case Call call:
                    model.BindingOf(call);
                    break;
                case Lambda or FunctionDefinition or GeneratorExp or List or Dict or Arg:
                    AskEscapes(model, node);
                    break;
                case Syntax.Nodes.Attribute attribute:
                    model.AttributeName(attribute);
                    model.ClassNamedBy(attribute);
                    break;
            }
        }
    }

    private static void AskEscapes(SemanticModel model, Node node)
    {
        for (var around = node.Parent; around != null; around = around.Parent)
        {
            if (around is ForStatement or While or FunctionDefinition or Lambda or Comprehension)
            {
                model.Escapes(node, around);
                return;
            }
        }
    }
}
