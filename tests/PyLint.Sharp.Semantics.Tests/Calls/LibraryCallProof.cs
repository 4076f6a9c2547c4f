using System.Globalization;
using System.Numerics;
using PyLint.Sharp.Semantics.Calls;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Semantics.Tests.Programs;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Calls;

/// <summary>Which calls of the standard library fail is held to what an installed CPython does with programs that we generate.</summary>
public class LibraryCallProof
{
    private const int Usual = 500;

    /// <summary>The version whose signatures the table has: older ones take less, so what fits may fail there.</summary>
    private const int Described = 14;

    [Test]
    public void Calls_of_the_library_fail_where_Python_raises()
    {
        var python = Python.Required(10);
        var programs = Enumerable.Range(0, ProgramCount.Of(Usual)).Select(seed => new LibraryCallGenerator(new Random(seed)).Create()).ToList();
        var answers = PythonRunner.Run(python, programs);

        var tally = new Tally();
        for (var i = 0; i < programs.Count; i++)
        {
            var model = Snippet.Valid(programs[i]).Model;
            var calls = model.Tree.Nodes.OfType<Call>()
                .Where(call => call is { Func: Name { Id: "attempt" }, Args: [Constant { Value: BigInteger }, Lambda] })
                .ToDictionary(call => ((BigInteger)((Constant)call.Args[0]).Value!).ToString(CultureInfo.InvariantCulture), call => (Call)((Lambda)call.Args[1]).Body);
            foreach (var line in answers[i])
            {
                var words = line.Split(' ');
                Compare(tally, model.BindingOf(calls[words[0]]), words[1], model.Tree.Text.ToString(calls[words[0]].Span), python.Minor >= Described);
            }
        }

        TestContext.Out.WriteLine(tally);
        tally.Wrong.Should().BeEmpty();
        tally.Share("binding").Should().BeGreaterThan(0.8);
    }

    /// <summary>A call that doesn't fit may fail for the type of a value first; what takes any arguments may hand them to something that doesn't.</summary>
    private static void Compare(Tally tally, CallBinding binding, string real, string call, bool isDescribed)
    {
        var foretold = binding.Fits switch
        {
            Answer.No => real == "ran" ? "fails" : real,
            Answer.Yes when real == "binding" => isDescribed && !binding.Callee!.Signatures.Any(HandsOn) ? "fits" : null,
            Answer.Yes => real,
            _ => null,
        };
        tally.Add(real, foretold, real, call);
    }

    private static bool HandsOn(Signature signature) =>
        signature.Parameters.Any(parameter => parameter.Kind is LibraryParameterKind.VarPositional or LibraryParameterKind.VarKeyword);
}
