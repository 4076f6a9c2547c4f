using System.Globalization;
using System.Numerics;
using PyLint.Sharp.Semantics.Tests.Programs;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Calls;

/// <summary>Which argument goes where, and which calls fail, is held to what an installed CPython does with programs that we generate.</summary>
public class CallProof
{
    [Test]
    public void Arguments_go_where_Python_puts_them_and_calls_fail_where_it_raises()
    {
        var tally = Proof.Of(10, random => new CallGenerator(random).Create(), Compare);
        tally.Share("call").Should().BeGreaterThan(0.8);
        tally.Share("TypeError").Should().BeGreaterThan(0.8);
    }

    private static void Compare(string program, string[] printed, Tally tally)
    {
        var model = Snippet.Valid(program).Model;
        foreach (var line in printed)
        {
            var words = line.Split(' ', 2);
            var call = CallOf(model, int.Parse(words[0], CultureInfo.InvariantCulture));
            var real = words[1];
            var place = $"{model.Tree.Text.ToString(call.Span)} in\n{program[program.IndexOf("TypeError')", StringComparison.Ordinal)..]}";
            tally.Add(real == "TypeError" ? real : "call", Foretold(model.BindingOf(call)), real, place);
        }
    }

    private static Call CallOf(SemanticModel model, int number) => model.Tree.Nodes.OfType<Call>()
        .Where(call => call is { Func: Name { Id: "attempt" }, Args: [Constant { Value: BigInteger value }, Lambda] } && value == number)
        .Select(call => (Call)((Lambda)call.Args[1]).Body)
        .Concat(model.Tree.Nodes.OfType<FunctionDefinition>().Where(function => function.Name.Text == $"inside{number}").Select(function => (Call)((Return)function.Body[0]).Value!))
        .Last();

    private static string? Foretold(Semantics.Calls.CallBinding binding) => binding.Fits switch
    {
        Answer.No => "TypeError",
        Answer.Yes => string.Join(' ', binding.Arguments.Where(bound => bound.Value is Constant { Value: BigInteger })
            .Select(bound => $"{((Constant)bound.Value).Value}={bound.Parameter.Name}").Order(StringComparer.Ordinal)),
        _ => null,
    };
}
