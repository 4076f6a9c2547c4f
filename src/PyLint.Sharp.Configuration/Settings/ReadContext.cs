using PyLint.Sharp.Analysis.Selection;
using PyLint.Sharp.Configuration.Documents;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Settings;

/// <summary>What reading a value needs to know, and where it complains.</summary>
/// <param name="Text">The file that is read.</param>
/// <param name="Folder">Where relative paths start.</param>
/// <param name="Catalog">The rules that exist.</param>
public sealed record ReadContext(SourceText Text, string Folder, RuleCatalog Catalog)
{
    /// <summary>A file with more is no configuration that somebody wrote.</summary>
    private const int MostErrors = 50;
    private const int LongestMessage = 400;

    private readonly List<ConfigurationError> errors = [];

    /// <summary>What was wrong so far, without what comes behind the first fifty.</summary>
    public IReadOnlyList<ConfigurationError> Errors => errors;

    /// <summary>Adds an error.</summary>
    public void Report(TextSpan span, string message) => Add(Text.Path, Text.PositionOf(span.Start), message);

    /// <summary>Adds an error at the key of a value that was read.</summary>
    public void Report(Origin origin, string message)
    {
        ArgumentNullException.ThrowIfNull(origin);
        Add(origin.Place, origin.Position, message);
    }

    /// <summary>Where a key stands.</summary>
    public Origin OriginOf(TomlKey key) => new("file", Text.Path, Text.PositionOf(key.Span.Start));

    private void Add(string path, LinePosition? position, string message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (errors.Count < MostErrors)
        {
            errors.Add(new ConfigurationError(path, position, message.Length > LongestMessage ? message[..LongestMessage] + "…" : message));
        }
    }
}
