using System.Text;
using System.Text.Json;

namespace PyLint.Sharp.Cli.Tests.Caching;

/// <summary>Random files that have something to say about them.</summary>
internal static class Snippets
{
    private static readonly string[] Blocks =
    [
        "def f{0}():\n    try:\n        x = {0}\n    except:\n        pass\n",
        "def g{0}():\n    try:\n        x = {0}\n    except:  # noqa: PLS201 meant so\n        pass\n",
        "seen{0} = set()\nkey = [{0}, '😀']\nseen{0}.add(key)\n",
        "list = [{0}]\n",
        "list = [{0}]  # pylint-sharp: ignore[shadowed-builtin, PLS999] -- read it aloud\n",
        "import os.path\n\ndef h{0}(name):\n    return os.path.exists(os.path.join(name, '{0}'))\n",
        "class C{0}:\n    def m(self):\n        # pylint: disable=bare-except\n        try:\n            run()\n        except:\n            return {0}\n",
        "match x{0}:\n    case 1:\n        pass\n",
        "x = 1  # noqa\n",
        "def broken{0}(:\n",
        "# größe {0}\n",
    ];

    public static byte[] File(Random random)
    {
        var text = new StringBuilder(random.Next(12) == 0 ? "# pylint-sharp: file-ignore[PLS2]\n" : "");
        for (var i = random.Next(4); i >= 0; i--)
        {
            text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, Blocks[random.Next(Blocks.Length)], random.Next(3));
        }

        var content = random.Next(4) == 0 ? text.ToString().ReplaceLineEndings("\r\n") : text.ToString();
        // Without a coding comment Latin-1 is an error that the report must tell again.
        return (random.Next(6) == 0 ? Encoding.Latin1 : Encoding.UTF8).GetBytes(content);
    }

    /// <summary>A notebook of such code, and of what only IPython understands.</summary>
    public static string Notebook(Random random)
    {
        var cells = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => new Dictionary<string, object>
        {
            ["cell_type"] = random.Next(4) == 0 ? "markdown" : "code",
            ["metadata"] = new Dictionary<string, string>(),
            ["source"] = (random.Next(3) == 0 ? "%matplotlib inline\n" : "") + Encoding.UTF8.GetString(File(random)),
        });
        return JsonSerializer.Serialize(new { cells, metadata = new { language_info = new { name = "python" } }, nbformat = 4, nbformat_minor = 5 });
    }
}
