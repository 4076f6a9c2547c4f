namespace PyLint.Sharp.Semantics.Knowledge;

/// <summary>A line of a text that is held to running Python by grammars/stdlib-witnesses.py.</summary>
/// <param name="Name">What it speaks of.</param>
/// <param name="Says">What it says of it.</param>
internal readonly record struct WitnessedFact(string Name, string Says);

/// <summary>Reads lines of the form <c>NAME: FACT = WITNESS</c>; the witness is for Python alone.</summary>
internal static class WitnessedFacts
{
    public static List<WitnessedFact> Read(string resource)
    {
        var facts = new List<WitnessedFact>();
        foreach (var line in Resources.ReadText(resource).Split('\n'))
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon < 0 || line[0] == '#')
            {
                continue;
            }

            var end = line.IndexOf(" = ", colon, StringComparison.Ordinal);
            facts.Add(new WitnessedFact(line[..colon], line[(colon + 2)..end]));
        }

        return facts;
    }
}
