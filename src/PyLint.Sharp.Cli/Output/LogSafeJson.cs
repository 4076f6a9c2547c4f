using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PyLint.Sharp.Cli.Output;

/// <summary>Escapes all but the plainest characters, and the one that begins an order to a build server whose log the JSON may land in.</summary>
internal static class LogSafeJson
{
    public static JavaScriptEncoder Encoder { get; } = Create();

    private static JavaScriptEncoder Create()
    {
        var plain = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        plain.ForbidCharacter('#');
        return JavaScriptEncoder.Create(plain);
    }
}
