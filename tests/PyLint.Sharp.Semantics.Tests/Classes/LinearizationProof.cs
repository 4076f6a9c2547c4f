using PyLint.Sharp.Semantics.Tests.Programs;

namespace PyLint.Sharp.Semantics.Tests.Classes;

/// <summary>The orders of classes, and the refusals, are held to those of an installed CPython, which runs programs that we generate.</summary>
public class LinearizationProof
{
    [Test]
    public void Orders_and_refusals_are_those_of_Python()
    {
        var tally = Proof.Of(11, random => new ClassGenerator(random).Create(), Compare);
        tally.Share("order").Should().BeGreaterThan(0.9);
        tally.Share("refusal").Should().BeGreaterThan(0.85);
    }

    private static void Compare(string program, string[] printed, Tally tally)
    {
        var model = Snippet.Valid(program).Model;
        foreach (var line in printed)
        {
            var words = line.Split(' ', 2);
            var linearization = model.Classes.Single(one => one.Name == words[0]).Linearization;
            var ours = linearization.Exists switch
            {
                Answer.Yes => linearization.ToString().Replace(",", "", StringComparison.Ordinal),
                Answer.No => "refused",
                _ => null,
            };
            if (words[1] is not ("unbound" or "failed") || ours != null)
            {
                tally.Add(words[1] == "refused" ? "refusal" : "order", ours, words[1], $"{words[0]} in\n{string.Join('\n', program.Split('\n').Where(code => code.Contains("class ") || code.Contains("__slots")))}");
            }
        }
    }
}
