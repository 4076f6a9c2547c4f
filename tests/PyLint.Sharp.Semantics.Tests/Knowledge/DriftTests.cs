using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.Semantics.Tests.Knowledge;

/// <summary>
/// The table of the standard library is what its script makes. Making it takes six versions of CPython, so CI doesn't: the table says which
/// script made it, and where one of the versions is installed, its answers of today are held against the table.
/// </summary>
public class DriftTests
{
    private const string Script = "grammars/stdlib-knowledge.py";

    /// <summary>The two newest versions give the table its members; an older one has some other signatures.</summary>
    private const int VersionsWithMembers = 2;

    [Test]
    public void The_table_is_made_by_the_script_as_it_is_now() =>
        StandardLibrary.SourceHash.Should().Be(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Repository.ReadText(Script).ReplaceLineEndings("\n")))),
            "{0} was changed since; grammars/README.md tells how the table is made again", Script);

    [Test]
    public void The_table_says_what_an_installed_Python_says()
    {
        var python = Python.Required();
        var version = string.Create(CultureInfo.InvariantCulture, $"3.{python.Minor}");
        StandardLibrary.Versions.Should().Contain(version);
        var hasMembers = StandardLibrary.Versions.IndexOf(version) >= StandardLibrary.Versions.Length - VersionsWithMembers;

        var missing = new List<string>();
        var strange = new List<string>();
        var lines = 0;
        var owner = ("", "");
        foreach (var line in Dump(python))
        {
            var fields = line.Split('\t');
            lines++;
            owner = fields[0] switch
            {
                "M" => (fields[1] == "builtins" ? "" : fields[1] + ".", ""),
                "c" => (owner.Item1, fields[1] + "."),
                "f" or "v" or "a" => (owner.Item1, ""),
                _ => owner,
            };
            var problem = fields[0] switch
            {
                "version" => fields.Skip(2).Where(module => StandardLibrary.ModuleRemovedIn(module) is { } removed && Minor(removed) <= python.Minor).FirstOrDefault(),
                "star" => fields.Skip(2).Any(name => StandardLibrary.StarImportReplaces(fields[1], name) != Answer.Yes)
                    || StandardLibrary.StarImportReplaces(fields[1], "") == Answer.Unknown ? line : null,
                "M" => null,
                "other" => StandardLibrary.Find(fields[1]) is null && hasMembers ? line : null,
                _ => null,
            };
            problem.Should().BeNull();
            if (fields[0] is "c" or "f" or "m" or "k" or "s")
            {
                var name = fields[0] == "c" ? owner.Item1 + fields[1] : owner.Item1 + owner.Item2 + fields[1];
                (StandardLibrary.Find(name) is { } member ? Has(member, fields[^1]) ? null : strange : missing)?.Add(name + " " + fields[^1]);
            }
        }

        TestContext.Out.WriteLine($"{version}: {lines} lines, {missing.Count} names that the table doesn't have, {strange.Count} signatures: {string.Join("; ", strange.Take(10))}");
        lines.Should().BeGreaterThan(5000);
        // Another release or build of a version has a few names more or less.
        (missing.Count / (double)lines).Should().BeLessThan(hasMembers ? 0.005 : 0.05, string.Join(", ", missing.Take(20)));
        (strange.Count / (double)lines).Should().BeLessThan(hasMembers ? 0.005 : 0.05, string.Join(", ", strange.Take(20)));
    }

    private static bool Has(LibraryMember member, string signatures) => signatures.Split('|').All(one =>
        one == "?" || member.Signatures.IsEmpty || member.Signatures.Any(known => Shape(known) == Shape(LibrarySignature.Parse(one))));

    /// <summary>No caller can write the name of a parameter that takes its place only.</summary>
    private static string Shape(LibrarySignature signature) => string.Join(' ', signature.Parameters.Select(one =>
        $"{one.Kind} {one.HasDefault} {(one.Kind == LibraryParameterKind.PositionalOnly ? "" : one.Name)}"));

    private static int Minor(string version) => int.Parse(version[2..], CultureInfo.InvariantCulture);

    private static string[] Dump(Python python)
    {
        var start = new ProcessStartInfo(python.Command, ["-I", Repository.PathOf(Script), "dump"]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        start.Environment["PYTHONUTF8"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var dump = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0);
        return dump.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
