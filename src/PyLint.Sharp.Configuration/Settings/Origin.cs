using System.Globalization;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>Who says what a setting is.</summary>
/// <param name="Kind"><c>default</c>, <c>file</c>, <c>command-line</c> or <c>profile</c>.</param>
/// <param name="Place">The file, the option of the command line, or the name of the profile; empty for a default.</param>
/// <param name="Position">Where in the file, counted from 1; null for all others.</param>
public sealed record Origin(string Kind, string Place, LinePosition? Position)
{
    /// <summary>Nobody says anything.</summary>
    public static Origin Default { get; } = new("default", "", null);

    /// <summary>An option of the command line.</summary>
    public static Origin CommandLine(string option) => new("command-line", option, null);

    /// <summary>For readers: <c>default</c>, <c>pylint-sharp.toml:3:1</c>, <c>--select</c>.</summary>
    public override string ToString() => (Kind, Position) switch
    {
        ("profile", _) => $"profile {Place}",
        (_, { } position) => string.Create(CultureInfo.InvariantCulture, $"{Place}:{position.Line}:{position.Column}"),
        _ => Place.Length > 0 ? Place : Kind,
    };
}
