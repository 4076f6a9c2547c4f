using System.Globalization;
using System.Text;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Settings;
using PyLint.Sharp.Reporting;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>What this very program is: two builds that can differ in what they find have different texts.</summary>
internal static class BuildId
{
    private static readonly Type[] Ours =
        [typeof(SyntaxTree), typeof(SemanticModel), typeof(Analyzer), typeof(EffectiveSettings), typeof(FileReport), typeof(BuildId)];

    /// <summary>The version of .NET, whose tables of characters we use, and the identities that the compiler gave our assemblies and those of the rules.</summary>
    public static string Of(RuleCatalog catalog)
    {
        var modules = Ours.Concat(catalog.Rules.Select(rule => rule.GetType())).Select(type => type.Module.ModuleVersionId).Distinct();
        return new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Environment.Version} ").AppendJoin(' ', modules).ToString();
    }
}
