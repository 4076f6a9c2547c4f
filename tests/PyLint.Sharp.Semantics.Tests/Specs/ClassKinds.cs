using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Specs;

/// <summary><c># mro: A, B, object</c> behind the line of a <c>class</c>; or why there is none, or <c>unknown</c>.</summary>
internal sealed class MroKind : ISpecKind
{
    public string Word => "mro";

    public string Ask(SpecLine line, string expected) => line.ClassHere().Linearization.ToString();
}

/// <summary><c># refused: the reason</c> behind the line of a <c>class</c> for which Python raises <c>TypeError</c>.</summary>
internal sealed class RefusedKind : ISpecKind
{
    public string Word => "refused";

    public string Ask(SpecLine line, string expected) => line.ClassHere().Linearization.Conflict?.Message ?? "nothing is wrong with it";
}

/// <summary><c># abstract: f, g</c>, <c>none</c> or <c>unknown</c> behind the line of a <c>class</c>.</summary>
internal sealed class AbstractKind : ISpecKind
{
    public string Word => "abstract";

    public string Ask(SpecLine line, string expected)
    {
        var methods = line.ClassHere().AbstractMethods;
        return methods.AreKnown != Answer.Yes ? "unknown" : methods.Names.Count == 0 ? "none" : string.Join(", ", methods.Names);
    }
}

/// <summary><c># has: x yes, y no, z unknown</c> behind the line of a <c>class</c>: the attributes of its instances.</summary>
internal sealed class HasKind : ISpecKind
{
    public string Word => "has";

    public string Ask(SpecLine line, string expected) => string.Join(
        ", ", expected.Split(", ").Select(one => one.Split(' ')[0]).Select(name => $"{name} {line.ClassHere().Find(name).Exists.ToString().ToLowerInvariant()}"));
}

/// <summary>
/// <c># bound-by: x class body, self in __init__</c> behind the line of a <c>class</c>: who binds an attribute of it.
/// </summary>
internal sealed class BoundByKind : ISpecKind
{
    public string Word => "bound-by";

    public string Ask(SpecLine line, string expected)
    {
        var name = expected.Split(' ')[0];
        var bindings = line.ClassHere().OwnAttribute(name)?.Bindings ?? [];
        return $"{name} {string.Join(", ", bindings.Select(Describe))}";
    }

    private static string Describe(Semantics.Classes.AttributeBinding binding)
    {
        var kind = binding.Kind == Semantics.Classes.AttributeBindingKind.ClassBody ? "class body" : binding.Kind.ToString().ToLowerInvariant();
        return binding.Method is { } method ? $"{kind} in {method.Name}" : kind;
    }
}

/// <summary>Lines of classes.</summary>
internal static class ClassLines
{
    public static Semantics.Classes.ClassModel ClassHere(this SpecLine line) =>
        line.Model.Tree.Nodes.OfType<ClassDef>().SingleOrDefault(node => line.Model.Tree.Text.LineOf(node.HeaderStart) == line.Number) is { } definition
            ? line.Model.ClassOf(definition)
            : throw new SpecException("no class starts on the line");
}
