using System.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Cli.Tests.Robustness;

/// <summary>Files to check: the samples, and files that try to be more than text.</summary>
internal static class Programs
{
    private static readonly string[] Payloads =
    [
        "\e[2J\e]8;;http://example.org\e\\x\e]0;title\a",
        "\u009b31m \u0090q \u009c",
        "\u0000 \u0007 \b \v \f \u007f",
        "\u202e\u2066\u200b\ufeff\u2028\u2029\u0085\u00ad",
        "\ud800 \udc00",
        "::error file=x.py,line=1::injected",
        "##[error]old",
        "##vso[task.setvariable variable=a]b",
        "##teamcity[buildStop]",
        "\r::set-output name=a::b",
    ];

    /// <summary>Writes them below a folder.</summary>
    public static void WriteAll(string folder)
    {
        foreach (var path in Repository.Files("samples", "*.py"))
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Repository.PathOf(path), target);
        }

        for (var i = 0; i < Payloads.Length; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"hostile{i}.py"), Hostile(Payloads[i]));
        }
    }

    /// <summary>With a finding, a label or an error on each line that has the payload, and a fix where there is one.</summary>
    private static byte[] Hostile(string payload) =>
    [
        .. Encoding.UTF8.GetBytes($"""
            def f(x, y=[]):  # {payload}
                if x == None: return y  # {payload}
                try: return not x == "{payload}"  # noqa: PLS101 {payload}
                except: pass  # {payload}
            {payload}
            # pylint-sharp: ignore[{payload}]
            x = {"{"}"{payload}": 1, "{payload}": 2{"}"}
            """),
        0xFF, 0x9B, (byte)'\n',
    ];
}
