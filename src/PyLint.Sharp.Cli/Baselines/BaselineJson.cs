using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PyLint.Sharp.Cli.Baselines;

/// <summary>
/// A baseline as JSON, <c>{"schema": …, "entries": [entry, …]}</c>, with one entry a line, so that tools which compare and merge
/// lines show and merge entries.
/// </summary>
internal static class BaselineJson
{
    public const string Schema = "pylint-sharp-baseline/1";

    // Escapes all but the plainest characters: names of files may hold any, and the text is read in terminals.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Default;

    public static byte[] Write(IEnumerable<BaselineEntry> entries)
    {
        var lines = BaselineEntry.Sort(entries).Select(Line).ToList();
        var text = new StringBuilder($"{{\n  \"schema\": \"{Schema}\",\n  \"entries\": [");
        text.AppendJoin(',', lines.Select(line => $"\n    {line}")).Append(lines.Count > 0 ? "\n  ]" : "]").Append("\n}\n");
        return Host.Utf8.GetBytes(text.ToString());
    }

    /// <summary>Reads a baseline.</summary>
    /// <exception cref="BaselineException">It is none.</exception>
    public static List<BaselineEntry> Read(byte[] bytes)
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        var start = bytes.AsSpan().StartsWith(mark) ? mark.Length : 0;
        try
        {
            return new BaselineReader(bytes.AsMemory(start)).Read();
        }
        catch (JsonException exception)
        {
            // Its own message repeats the place, counted from 0.
            var message = exception.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            var offset = OffsetOf(bytes.AsSpan(start), exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            throw new BaselineException(offset, $"this is no JSON: {message}");
        }
    }

    private static int OffsetOf(ReadOnlySpan<byte> bytes, long line, long column)
    {
        var offset = 0;
        for (; line > 0 && bytes[offset..].IndexOf((byte)'\n') is >= 0 and var length; line--)
        {
            offset += length + 1;
        }

        return (int)Math.Min(bytes.Length, offset + column);
    }

    private static string Line(BaselineEntry entry) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"path\": \"{Encoder.Encode(entry.Path)}\", \"code\": \"{Encoder.Encode(entry.Code)}\", \"fingerprint\": \"{Encoder.Encode(entry.Fingerprint)}\", \"count\": {entry.Count}, \"line-hint\": {entry.LineHint}}}");
}
