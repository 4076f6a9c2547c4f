using System.Globalization;
using System.Text.RegularExpressions;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Which versions are fine, in the notation of Python's packages (PEP 440): <c>&gt;=1.2,&lt;2</c>. Pre-releases are not told apart.</summary>
public sealed partial class VersionRequirement
{
    private readonly List<(string Operator, int[] Version, bool IsPrefix)> clauses = [];

    private VersionRequirement(string text) => Text = text;

    /// <summary>What the user wrote.</summary>
    public string Text { get; }

    /// <summary>Reads a requirement; null for a text that is none.</summary>
    public static VersionRequirement? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var requirement = new VersionRequirement(text);
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var clause = Clause().Match(part);
            var isPrefix = clause.Groups["any"].Success;
            var name = clause.Groups["operator"].Value is { Length: > 0 } word ? word : "==";
            if (!clause.Success || (isPrefix && name is not ("==" or "!=")))
            {
                return null;
            }

            var version = VersionOf(clause.Groups["version"].Value);
            if (version is null || (name == "~=" && version.Length < 2))
            {
                return null;
            }

            requirement.clauses.Add((name, version, isPrefix));
        }

        return requirement;
    }

    /// <summary>True when all clauses accept a version such as <c>1.2.3</c>.</summary>
    public bool Accepts(string version)
    {
        var numbers = VersionOf(version) ?? throw new ArgumentException($"`{version}` is no version", nameof(version));
        return clauses.TrueForAll(clause => Accepts(clause.Operator, clause.Version, clause.IsPrefix, numbers));
    }

    /// <summary>The lowest version that a clause names as the first one accepted, or null: what <c>requires-python</c> promises.</summary>
    public (int Major, int Minor)? LowerBound
    {
        get
        {
            (int, int)? bound = null;
            foreach (var (name, version, _) in clauses)
            {
                (int, int) first = (version[0], version.Length > 1 ? version[1] : 0);
                if (name is ">=" or ">" or "~=" or "==" or "===" && (bound is null || first.CompareTo(bound.Value) > 0))
                {
                    bound = first;
                }
            }

            return bound;
        }
    }

    private static bool Accepts(string name, int[] wanted, bool isPrefix, int[] version) => name switch
    {
        ">=" => Compare(version, wanted) >= 0,
        ">" => Compare(version, wanted) > 0,
        "<=" => Compare(version, wanted) <= 0,
        "<" => Compare(version, wanted) < 0,
        "~=" => Compare(version, wanted) >= 0 && StartsWith(version, wanted[..^1]),
        "!=" => isPrefix ? !StartsWith(version, wanted) : Compare(version, wanted) != 0,
        _ => isPrefix ? StartsWith(version, wanted) : Compare(version, wanted) == 0,
    };

    private static int Compare(int[] left, int[] right)
    {
        for (var i = 0; i < Math.Max(left.Length, right.Length); i++)
        {
            var order = left.ElementAtOrDefault(i).CompareTo(right.ElementAtOrDefault(i));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static bool StartsWith(int[] version, int[] prefix)
    {
        for (var i = 0; i < prefix.Length; i++)
        {
            if (version.ElementAtOrDefault(i) != prefix[i])
            {
                return false;
            }
        }

        return true;
    }

    private static int[]? VersionOf(string text)
    {
        var numbers = new List<int>();
        foreach (var part in text.Split('.'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            numbers.Add(number);
        }

        return [.. numbers];
    }

    [GeneratedRegex(@"\A(?<operator>>=|<=|===|==|!=|~=|>|<)?\s*v?(?<version>[0-9]+(\.[0-9]+)*)(?<any>\.\*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Clause();
}
