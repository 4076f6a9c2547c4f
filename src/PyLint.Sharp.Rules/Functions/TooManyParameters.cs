using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions;

/// <summary>A function that takes so much by place that no caller can remember it, or a call full of bare flags.</summary>
public sealed class TooManyParameters : Rule
{
    private const string Many = "`{function}` takes {count} arguments by place; more than {limit} are easily passed in the wrong order";
    private const string Flags = "`{first}` and `{second}` don't say what they switch: pass them to `{function}` as {keywords}";

    private static readonly RuleOption<long> Max = RuleOption.Number("max", "How many parameters that take arguments by place a function may have.", 5);
    private static readonly RuleOption<long> ConstructorMax = RuleOption.Number("constructor-max", "The same for `__init__` and `__new__`.", 7);

    /// <inheritdoc/>
    public override RuleDescriptor Descriptor { get; } = new()
    {
        Code = "PLS322",
        Name = "too-many-parameters",
        Area = SkillArea.Functions,
        Severity = Severity.Info,
        Aliases =
        [
            "PLR0913", "PLR0917", "FBT001", "FBT003", "R0913", "too-many-arguments", "R0917", "too-many-positional-arguments", "S107", "WPS211",
        ],
        Message = Many,
        OtherMessages = [Flags],
        Why = "Arguments given by place are told apart by their order alone. Python can't notice when two of the same type are swapped, and whoever reads "
            + "`draw(3, 4, 10, 20, True, False)` has to look up what each one is. Many parameters are also a sign that the function does several things, or "
            + "that some of them belong together and want to be one object.",
        Instead = "Put a `*` into the parameter list: what comes behind must be given by name. Group what belongs together in a dataclass, and give a function "
            + "that a flag splits in two a second name. In calls, write `reverse=True`.",
        Interview = new(
            "A function has eight parameters. What do you do about it?",
            "I look at what travels together, such as `x, y, width, height`, and make a dataclass of it, which also gets the validation. Options with defaults go "
            + "behind a `*`, so that callers name them and I can add more without breaking anybody. If a flag selects one of two behaviours, I split the "
            + "function. The price of keyword-only parameters is longer calls; for one or two obvious arguments I leave them by place."),
        FineWhen = "When the signature isn't yours to choose: overrides, callbacks, decorated functions, tests with fixtures. Formulas with conventional names "
            + "such as `x1, y1, x2, y2` are fine, too, and so are parameters behind a `*`.",
        Options = [Max, ConstructorMax],
        Examples =
        [
            Example.Bad("""
                def [|book|](name, hotel, arrival, nights, guests, breakfast):
                    return [name, hotel, arrival, nights, guests, breakfast]
                """).Saying("`book` takes 6 arguments by place; more than 5 are easily passed in the wrong order"),
            Example.Bad("""
                def export(rows, header=False, quoted=False):
                    return [rows, header, quoted]

                export([1, 2], [|True|], False)
                """).Saying("`True` and `False` don't say what they switch: pass them to `export` as `header=True, quoted=False`"),
            Example.Good("""
                def book(hotel, arrival, nights, *, name, guests=1, breakfast=False):
                    return [name, hotel, arrival, nights, guests, breakfast]
                """),
            Example.Good("""
                def export(rows, *, header=False, quoted=False):
                    return [rows, header, quoted]

                export([1, 2], header=True)
                """),
            .. HiddenExamples,
        ],
    };

    private static ImmutableArray<Example> HiddenExamples =>
    [
        Example.Bad("class Order:\n    def [|__init__|](self, name, street, town, zip_code, country, item, price, count):\n        self.all = [name, street, town, zip_code, country, item, price, count]").Saying("`Order` takes 8 arguments by place; more than 7 are easily passed in the wrong order").Hidden(),
        Example.Bad("class Order:\n    def [|ship|](self, street, town, zip_code, /, country, speed, insured=True):\n        return [self, street, town, zip_code, country, speed, insured]").Hidden(),
        Example.Bad("class Order:\n    @staticmethod\n    def [|of|](name, street, town, zip_code, country, item):\n        return [name, street, town, zip_code, country, item]").Hidden(),
        Example.Bad("class Order:\n    def [|ship|](self, street, town, zip_code, country, speed, insured):\n        for name, value in insured.items():\n            setattr(self, name, [value, street, town, zip_code, country, speed])").Hidden(),
        Example.Bad("async def [|book|](name, hotel, arrival, nights, guests, breakfast):\n    return [name, hotel, arrival, nights, guests, breakfast]").Hidden(),
        Example.Bad("def [|pack|](a, b, c, d, e, f):\n    return [a, b, c, d, e, f]").Hidden(),
        Example.Bad("class Door:\n    def move(self, is_open, is_locked):\n        return [self, is_open, is_locked]\nDoor().move([|True|], False)").Hidden(),
        Example.Good("def paint(text, mark, line, file, error, end):\n    return [text, mark, line, file, error, end]\npaint(**colors)").Hidden(),
        Example.Good("class Order:\n    def __init__(self, name, street, town, zip_code, country, item, price):\n        self.all = [name, street, town, zip_code, country, item, price]\n    def ship(self, street, town, zip_code, country, speed):\n        return [self, street, town, zip_code, country, speed]").Hidden(),
        Example.Good("class Point:\n    def __init__(self, x, y):\n        self.place = x, y\np = Point(False, True)").Hidden(),
        Example.Good("def go(a, b, c, d, e, f, *, speed):\n    return [a, b, c, d, e, f, speed]\ngo(*places, speed=1)").Hidden(),
        Example.Good("def f(a1, *names, b1=1, b2=2, b3=3, b4=4, b5=5, **others):\n    return [a1, names, b1, b2, b3, b4, b5, others]").Hidden(),
        Example.Good("def distance(x1, y1, z1, x2, y2, z2):\n    return abs(x1 - x2) + abs(y1 - y2) + abs(z1 - z2)\ndef solve(a, b, c, d, e, f):\n    return a + b + c + d + e + f").Hidden(),
        Example.Good("class Base:\n    def go(self, first, second, third, fourth, fifth):\n        return [first, second, third, fourth, fifth]\nclass A(Base):\n    def go(self, first, second, third, fourth, fifth, sixth=None):\n        return [first, second, third, fourth, fifth, sixth]").Hidden(),
        Example.Good("from shop import Base\nclass A(Base):\n    def go(self, first, second, third, fourth, fifth, sixth):\n        return [first, second, third, fourth, fifth, sixth]").Hidden(),
        Example.Good("from dataclasses import dataclass\n@dataclass\nclass A:\n    first: int\n    second: int\n    third: int\n    fourth: int\n    fifth: int\n    sixth: int\n    seventh: int\n    eighth: int").Hidden(),
        Example.Good("import click\n@click.command()\ndef run(first, second, third, fourth, fifth, sixth):\n    print(first, second, third, fourth, fifth, sixth)\ndef test_run(first, second, third, fourth, fifth, sixth):\n    print(first, second, third, fourth, fifth, sixth)").Hidden(),
        Example.Good("def handle(signal, first, second, third, fourth, fifth):\n    print(signal, first, second, third, fourth, fifth)\nregister(handle)\ndef log(conn, direction, version, kind, code, data):\n    print(conn, direction, version, kind, code, data)\ncontext.on_message = log").Hidden(),
        Example.Good("class Parser:\n    def __init__(self, expat):\n        expat.EntityDeclHandler = self.entity\n    def entity(self, name, is_parameter, value, base, system_id, public_id):\n        return [self, name, is_parameter, value, base, system_id, public_id]").Hidden(),
        Example.Good("def f(a, b, /):\n    return [a, b]\ndef g(*flags):\n    return flags\nf(True, False)\ng(True, False)\nprint(True, False)\nunknown(True, False)\nf(True, 1)").Hidden(),
    ];

    /// <inheritdoc/>
    public override void Register(Registration on)
    {
        on.Visit<FunctionDef>(static (node, context) => Check(node, context));
        on.Visit<AsyncFunctionDef>(static (node, context) => Check(node, context));
        on.Visit<Call>(static (node, context) => CheckFlags(node, context));
    }

    private static void Check(FunctionDefinition function, RuleContext context)
    {
        var arguments = function.Args;
        var limit = function.Name.Text is "__init__" or "__new__" ? context.Option(ConstructorMax) : context.Option(Max);
        if (arguments.PosOnlyArgs.Length + arguments.Args.Length <= limit)
        {
            return;
        }

        var count = arguments.PosOnlyArgs.Length + arguments.Args.Length - (Receiver.Of(function, context.Model) is null ? 0 : 1);
        if (count > limit && !function.Name.Text.StartsWith("test", StringComparison.Ordinal) && !IsFormula(function)
            && !FixedSignature.MayHave(function, context.Model) && !ParameterFreedom.IsCalledByOthers(function, context.Model))
        {
            var isConstructor = function.Name.Text is "__init__" or "__new__";
            var name = isConstructor && function.Parent is ClassDef owner ? owner.Name.Text : function.Name.Text;
            context.Report(function.Name.Span, name, Number(count), Number(limit));
        }
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>True for a function that computes with names as formulas have them: a letter or two, or a letter and a number.</summary>
    private static bool IsFormula(FunctionDefinition function) => HasConventionalNames(function.Args) && Computes(function);

    private static bool Computes(FunctionDefinition function)
    {
        foreach (var node in function.Tree.All<BinOp>(function))
        {
            if (node is { Left: Name or Constant or BinOp })
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasConventionalNames(Arguments arguments)
    {
        foreach (var parameter in arguments.PosOnlyArgs)
        {
            if (!IsOfFormula(parameter.Name.Text))
            {
                return false;
            }
        }

        foreach (var parameter in arguments.Args)
        {
            if (!IsOfFormula(parameter.Name.Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOfFormula(string name)
    {
        var letters = name.AsSpan().TrimEnd("0123456789_");
        return letters.Length <= 2 || name is "self" or "cls" or "lat1" or "lat2" or "lon1" or "lon2";
    }

    private static void CheckFlags(Call call, RuleContext context)
    {
        var (first, second) = call.Args.Length < 2 ? default : FlagsOf(call);
        if (first is null || second is null || context.Model.BindingOf(call) is not { Callee: not null } binding
            || binding.ParameterOf(first) is not { TakesName: true, TakesPlace: true, Name.Length: > 1 } one
            || binding.ParameterOf(second) is not { TakesName: true, TakesPlace: true, Name.Length: > 1 } other)
        {
            return;
        }

        var (on, off) = (context.TextOf(first), context.TextOf(second));
        context.Report(Flags, first.Span, on, off, context.TextOf(call.Func), $"`{one.Name}={on}, {other.Name}={off}`").Label(second.Span, $"`{other.Name}`");
    }

    /// <summary>The first two arguments that are <c>True</c> or <c>False</c> and have no name.</summary>
    private static (Constant? First, Constant? Second) FlagsOf(Call call)
    {
        Constant? first = null;
        foreach (var argument in call.Args)
        {
            if (argument is Constant { Value: bool } flag)
            {
                if (first != null)
                {
                    return (first, flag);
                }

                first = flag;
            }
        }

        return (first, null);
    }
}
