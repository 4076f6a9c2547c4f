using System.Globalization;
using System.Text.RegularExpressions;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Dev;

/// <summary><c>dev new-rule</c>: writes a rule that compiles, and whose tests fail until every text of it is written.</summary>
internal static partial class NewRule
{
    /// <summary>Writes the file and returns its path from the root of the repository.</summary>
    /// <exception cref="ArgumentException">The name, the code or the area is malformed, or they don't belong together.</exception>
    /// <exception cref="IOException">There is a rule of this name or code already.</exception>
    public static string Run(string repository, string name, string code, string? area)
    {
        var skill = AreaOf(code, area);
        var type = TypeName(name);
        var rules = Path.Combine(repository, "src", "PyLint.Sharp.Rules");
        RequireUnused(rules, type, code);
        Directory.CreateDirectory(Path.Combine(rules, $"{skill}"));
        File.WriteAllText(Path.Combine(rules, $"{skill}", $"{type}.cs"), Render(type, name, code, skill));
        return $"src/PyLint.Sharp.Rules/{skill}/{type}.cs";
    }

    /// <summary>The text of the new file.</summary>
    public static string Render(string type, string name, string code, SkillArea area) => $$"""
        using PyLint.Sharp.Analysis;
        using PyLint.Sharp.Syntax.Nodes;

        namespace PyLint.Sharp.Rules.{{area}};

        /// <summary>{{code}}: {{name}}.</summary>
        public sealed class {{type}} : Rule
        {
            /// <inheritdoc/>
            public override RuleDescriptor Descriptor { get; } = new()
            {
                Code = "{{code}}",
                Name = "{{name}}",
                Area = SkillArea.{{area}},
                Severity = Severity.Warning,
                Aliases = [],
                Message = "What is wrong, in one line with the user's own names, small first letter, no full stop.",
                Why = "the mechanism: what Python does here, and why that hurts",
                Instead = "what to write, as an order",
                Interview = new(
                    "what an interviewer asks about it",
                    "the strong answer: two or three sentences, with the trade-off"),
                FineWhen = "when breaking the rule is right",
                Examples =
                [
                    Example.Bad("shortest code with [|the flagged part|] marked"),
                    Example.Bad("code as it stands in real programs, with [|the flagged part|] marked"),
                    Example.Good("the same code, done right"),
                    Example.Good("code that looks similar and is fine").Hidden(),
                ],
            };

            /// <inheritdoc/>
            public override void Register(Registration on) => on.Visit<Pass>(Check);

            private static void Check(Pass node, RuleContext context) => context.Report(node.Span);
        }

        """.ReplaceLineEndings("\n");

    private static SkillArea AreaOf(string code, string? area)
    {
        if (!CodePattern().IsMatch(code))
        {
            throw new ArgumentException($"`{code}` is no code: PLS, the digit of the area (1-7), two digits");
        }

        var fromCode = (SkillArea)int.Parse(code.AsSpan(3, 1), CultureInfo.InvariantCulture);
        return area is null || area.Equals($"{fromCode}", StringComparison.OrdinalIgnoreCase)
            ? fromCode
            : throw new ArgumentException($"{code} belongs to {fromCode}, not to {area}");
    }

    private static string TypeName(string name) => NamePattern().IsMatch(name)
        ? string.Concat(name.Split('-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))
        : throw new ArgumentException($"`{name}` is no name: small letters and digits, words joined by hyphens");

    private static void RequireUnused(string rules, string type, string code)
    {
        foreach (var file in Directory.EnumerateFiles(rules, "*.cs", SearchOption.AllDirectories))
        {
            if (Path.GetFileNameWithoutExtension(file) == type || File.ReadAllText(file).Contains($"Code = \"{code}\"", StringComparison.Ordinal))
            {
                throw new IOException($"{Path.GetRelativePath(rules, file)} has this name or code already");
            }
        }
    }

    [GeneratedRegex("^PLS[1-7][0-9]{2}$")]
    private static partial Regex CodePattern();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
