using System.Text;

namespace PyLint.Sharp.Configuration.Tests.Toml;

/// <summary>Texts that are nearly TOML: single characters of good ones are lost, doubled, exchanged, or replaced by ones that matter.</summary>
internal static class Mutations
{
    private const string Characters = "\"'\\[]{}=.,#\n\r\t _-+0123456789aeEinfox:TZ\0\x7Fü🐍";

    private static readonly string[] Seeds =
    [
        "# text\na.b-c.\"d e\" = 'x' # more\r\nf = \"\\u00e9\\n\\\\\"\n",
        "a = \"\"\"\nfirst \\\n  second \"\" third\"\"\"\"\nb = '''it''s'''\n",
        "i = [0, -17, +1_000, 0xdead_beef, 0o755, 0b1101]\nf = [1.5, -0.0, 5e+22, 6.6e-3_4, inf, -nan]\nt = [true, false]\n",
        "d = 1979-05-27T07:32:00.25-07:30\ne = 1979-05-27 07:32:00\nf = 2024-02-29\ng = 23:59:59.9\n",
        "[a]\nx = 1\n[a.b]\nx.y = 2\n[c.d.e]\n[c]\n[c.d]\nz = {p = 1, q.r = [2, {s = 3}]}\n",
        "[[a]]\nx = 1\n[a.b]\ny = 2\n[[a]]\n[[a.c]]\n[[a.c]]\nz = [ [ 1, # one\n 2 ], [\n], ]\n",
        "profile = \"teacher\"\n[lint]\nselect = [\"PLS2\", \"bare-except\"]\nper-file-ignores = { \"tests/**\" = [\"PLS2\"] }\n[rules.PLS301]\nallow = [\"id\"]\nmost = 3\n",
    ];

    public static IEnumerable<string> Of(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = new StringBuilder(Seeds[random.Next(Seeds.Length)]);
            for (var changes = random.Next(1, 4); changes > 0 && text.Length > 1; changes--)
            {
                Change(text, random);
            }

            yield return text.ToString();
        }
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length - 1);
        switch (random.Next(5))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, text[at]);
                break;
            case 2:
                (text[at], text[at + 1]) = (text[at + 1], text[at]);
                break;
            case 3:
                text[at] = Characters[random.Next(Characters.Length)];
                break;
            default:
                text.Insert(at, Characters[random.Next(Characters.Length)]);
                break;
        }
    }
}
