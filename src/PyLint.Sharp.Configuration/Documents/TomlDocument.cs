using PyLint.Sharp.Configuration.Parsing;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Configuration.Documents;

/// <summary>A file of TOML 1.0: its values, or the first reason why it has none.</summary>
/// <param name="Text">The text; turns the spans of values into lines and columns.</param>
/// <param name="Root">The table of the whole file; empty when there is an error.</param>
/// <param name="Error">Null for valid TOML.</param>
public sealed record TomlDocument(SourceText Text, TomlTable Root, TomlError? Error)
{
    /// <summary>
    /// Reads a file's bytes. Never throws, whatever they are: brackets deeper than 200 and keys of more than 200 parts, which no
    /// configuration needs, are an error too.
    /// </summary>
    public static TomlDocument Read(ReadOnlySpan<byte> bytes, string path = "")
    {
        var content = Utf8Text.Decode(bytes, out var invalidAt);
        var text = SourceText.From(content, path);
        if (invalidAt is { } offset)
        {
            return Failed(text, new TomlError(new TextSpan(offset, offset), "this is not UTF-8, as TOML must be"));
        }

        try
        {
            return new TomlDocument(text, Toml.Parse(content), null);
        }
        catch (TomlException exception)
        {
            return Failed(text, exception.Error);
        }
    }

    private static TomlDocument Failed(SourceText text, TomlError error) => new(text, new TomlTable(default), error);
}
