using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.DataTypes.ClassAttributes;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.DataTypes;

/// <summary>A <c>__hash__</c> made of an attribute that a method assigns later.</summary>
public sealed class HashDependsOnMutableState : Rule
{
    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS105",
        Name = "hash-depends-on-mutable-state",
        Area = SkillArea.DataTypes,
        Severity = Severity.Warning,
        Message = "the hash of `{class}` objects is made of `{attribute}`, and `{method}` assigns it: a set or dict no longer finds the object then",
        Why = "A set or dict files an object under the hash that it had when it came in, and asks for the hash again to find it. When an attribute in the hash changes "
            + "meanwhile, Python looks in another place: `x in s` says False although `x` is in there, it can't be removed, and adding it again puts it there twice. "
            + "Nothing is raised.",
        Instead = "Let `__hash__` and `__eq__` use only what never changes, such as an id or a name that `__init__` sets. Or make the class immutable (`@dataclass(frozen=True)`) and "
            + "return a changed copy. A class whose equality must follow its contents says `__hash__ = None`, as `list` does.",
        Interview = new(
            "What must hold for `__hash__` while an object is in a set, and what goes wrong if it doesn't?",
            "It must not change, and equal objects must have equal hashes. If an attribute in it changes, the object stays in its old bucket and lookups go to the new "
            + "one: it is lost, without any error. So I hash a stable key only; fewer fields in the hash mean some more collisions, which cost a little time, whereas a "
            + "changing one costs correctness. If equality depends on mutable contents there is no good hash, and I'd rather be unhashable."),
        FineWhen = "When objects change only before they get into a set or dict, for all time to come: nothing checks that. The rule is silent for attributes "
            + "that only the constructor and its own helpers set, and for a hash that is computed once and kept, as in `self._hash`.",
        Examples =
        [
            Example.Bad("""
                class Player:
                    def __init__(self, name):
                        self.name = name

                    def __eq__(self, other):
                        return self.name == other.name

                    def __hash__(self):
                        return hash([|self.name|])

                    def rename(self, name):
                        self.name = name
                """).Saying("the hash of `Player` objects is made of `name`, and `rename` assigns it: a set or dict no longer finds the object then"),
            Example.Bad("""
                class Counter:
                    def __init__(self):
                        self.total = 0

                    def __eq__(self, other):
                        return self.total == other.total

                    def __hash__(self):
                        return [|self.total|]

                    def add(self, n):
                        self.total += n
                """),
            Example.Good("""
                class Player:
                    def __init__(self, number, name):
                        self.number = number
                        self.name = name

                    def __eq__(self, other):
                        return self.number == other.number

                    def __hash__(self):
                        return hash(self.number)

                    def rename(self, name):
                        self.name = name
                """),
            Example.Good("""
                class Path:
                    def __init__(self, points):
                        self.points = tuple(points)

                    def __eq__(self, other):
                        return self.points == other.points

                    def __hash__(self):
                        return hash(self.points)

                    def longer(self, point):
                        return Path([*self.points, point])
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class A:\n    def __init__(self):\n        self.x = self.y = 1\n    def __hash__(self):\n        return hash((self.x, [|self.y|]))\n    def f(self):\n        self.y, z = 1, 2").Hidden(),
        Example.Bad("class A:\n    def _key(self):\n        return [|self.x|], 1\n    def __hash__(self):\n        return hash(self._key())\n    def f(self, x):\n        self.x = x").Hidden(),
        Example.Bad("class A:\n    def __init__(self, x):\n        self._x = x\n    @property\n    def x(self):\n        return [|self._x|]\n    @x.setter\n    def x(self, x):\n        self._x = x\n    def __hash__(self):\n        return hash(self.x)").Hidden(),
        Example.Bad("class A:\n    def __hash__(self):\n        return hash([|self.x|])\n    def f(self):\n        for self.x in range(3):\n            print(self)").Hidden(),
        Example.Good("class A:\n    def __new__(cls, x):\n        self = super().__new__(cls)\n        self.x = x\n        return self\n    def __post_init__(self):\n        self.x = 2\n    def __setstate__(self, state):\n        self.x = state\n    def __hash__(self):\n        return hash(self.x)").Hidden(),
        Example.Good("class A:\n    def __init__(self, x):\n        self.x = x\n        self._hash = None\n    def __hash__(self):\n        if self._hash is None:\n            self._hash = hash(self.x)\n        return self._hash\n    def clear(self):\n        self._hash = None").Hidden(),
        Example.Good("class A:\n    def __init__(self, x):\n        self._x = x\n    @property\n    def x(self):\n        return self._x\n    def __hash__(self):\n        return hash(self.x)").Hidden(),
        Example.Good("class A:\n    def __init__(self, x):\n        self._parse(x)\n    def _parse(self, x):\n        self._fill(x)\n    def _fill(self, x):\n        self.x = x\n    def __hash__(self):\n        return hash(self.x)").Hidden(),
        Example.Good("class A:\n    def __init__(self, x):\n        self.x = x\n    def _parts(self):\n        if self._kept is None:\n            self._kept = self.x.split()\n        return self._kept\n    def __hash__(self):\n        return hash(self._parts())").Hidden(),
        Example.Good("class A:\n    def __hash__(self):\n        return id(self)\n    def f(self):\n        self.x = 1").Hidden(),
        Example.Good("class A:\n    def __hash__(self):\n        return hash(self.x.y)\n    def f(self):\n        self.z = 1\n        self.x.y = 2").Hidden(),
        Example.Good("class A:\n    __hash__ = None\n    def f(self):\n        self.x = 1").Hidden(),
        Example.Good("class A:\n    @classmethod\n    def make(cls, x):\n        made = cls()\n        made.x = x\n        return made\n    def __hash__(self):\n        return hash(self.x)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on) => on.Visit<ClassDef>(Check);

    private static void Check(ClassDef definition, RuleContext context)
    {
        if (!DefinesHash(definition) || context.Model.ClassOf(definition) is not { } made || made.Method("__hash__") is not { Kind: MethodKind.Instance } hash)
        {
            return;
        }

        var visited = new List<FunctionDefinition>();
        foreach (var read in SelfReads.Of(hash.Node, made, visited))
        {
            var name = context.Model.AttributeName(read);
            if (name.Contains("hash", StringComparison.OrdinalIgnoreCase) || made.OwnAttribute(name) is not { } attribute || FindAssignment(made, attribute, visited) is not { Method: { } method } assigned)
            {
                continue;
            }

            context.Report(read.Span, made.Name, read.Attr.Text, method.Name.Text)
                .Label(assigned.Node.Span, "changes the hash of an object that may be in a set")
                .Label(hash.Node.Name.Span, "reads it");
            return;
        }
    }

    private static bool DefinesHash(ClassDef definition)
    {
        foreach (var statement in definition.Body)
        {
            if (statement is FunctionDef { Name.Text: "__hash__" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The first assignment to the attribute in a method that runs after the object is made. What the hash or a method behind it assigns is
    /// kept from one call to the next.
    /// </summary>
    private static AttributeBinding? FindAssignment(ClassModel made, ClassAttribute attribute, List<FunctionDefinition> visited)
    {
        foreach (var binding in attribute.Bindings)
        {
            if (binding is { Kind: AttributeBindingKind.Self, Method: { } method } && !visited.Contains(method) && !Constructors.Runs(made, method))
            {
                return binding;
            }
        }

        return null;
    }
}
