using System.Globalization;
using System.Text;

namespace PyLint.Sharp.Semantics.Tests.Programs;

/// <summary>Small hierarchies of classes; the program prints of each class its order, or that Python refused it.</summary>
internal sealed class ClassGenerator(Random random)
{
    private static readonly string[] Known =
    [
        "object", "int", "str", "dict", "list", "Exception", "ValueError", "KeyError", "OSError", "bool", "tuple", "range", "abc.ABC", "enum.Enum",
        "typing.Generic[T]", "typing.Protocol", "typing.Protocol[T]", "collections.OrderedDict", "type", "abc.ABCMeta", "threading.Thread", "collections.abc.Sized",
    ];

    private const string Prelude = """
        import abc, collections, collections.abc, enum, threading, typing
        T = typing.TypeVar('T')
        def show(name, made):
            if isinstance(made, type):
                print(name, *[c.__qualname__ if c.__module__ in ('builtins', 'generated') else c.__module__ + '.' + c.__qualname__ for c in made.__mro__])

        """;

    private readonly StringBuilder program = new();
    private readonly List<string> names = [];

    /// <summary>The program; its classes are C0, C1 and so on.</summary>
    public string Create()
    {
        program.Append(Prelude);
        var count = random.Next(2, 9);
        for (var i = 0; i < count; i++)
        {
            AddClass($"C{i}");
        }

        return program.ToString();
    }

    private void AddClass(string name)
    {
        var bases = new List<string>();
        for (var count = random.Next(4); count > 0; count--)
        {
            var one = names.Count > 0 && random.Next(100) < 85 ? names[random.Next(names.Count)] : Known[random.Next(Known.Length)];
            if (!bases.Contains(one) || random.Next(4) == 0)
            {
                bases.Add(one);
            }
        }

        var metaclass = random.Next(20) == 0 && names.Count > 0 ? names[random.Next(names.Count)] : random.Next(30) == 0 ? "abc.ABCMeta" : null;
        if (metaclass != null)
        {
            bases.Add("metaclass=" + metaclass);
        }

        var slots = random.Next(8) == 0 ? random.Next(2) == 0 ? "__slots__ = ('x',)" : "__slots__ = ()" : "pass";
        program.Append(
            CultureInfo.InvariantCulture,
            $"""
            try:
                class {name}({string.Join(", ", bases)}):
                    {slots}
                show('{name}', {name})
            except TypeError: print('{name} refused')
            except NameError: print('{name} unbound')
            except Exception: print('{name} failed')

            """);
        names.Add(name);
    }
}
