using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.StandardLibrary.Paths;

/// <summary>Divides the pattern of <c>glob.glob</c> into the folder and the pattern of <c>Path.glob</c>.</summary>
internal sealed class GlobWriter(PathlibWriter writer)
{
    private static readonly char[] Magic = ['*', '?', '['];

    public string Write(PathCall call)
    {
        var pattern = call.Argument(0)!;
        if (call.Argument(1) is { } root)
        {
            return $"{writer.Atom(root)}.glob({writer.TextOf(pattern)})";
        }

        return pattern switch
        {
            Constant { StringValue: { } text } when PathlibWriter.IsPlain(text) => OfText(text),
            BinOp { Op: BinaryOperator.Add, Left: var folder, Right: Constant { StringValue: ['/', .. { Length: > 0 } rest] } } when PathlibWriter.IsPlain(rest) =>
                $"{writer.Atom(folder)}.glob(\"{rest}\")",
            Call { Func: Attribute or Name, Args: [_, .., Constant { StringValue: { } last }] args } join when PathlibWriter.IsPlain(last) && IsJoin(join) =>
                $"{OfFolder(args.AsSpan()[..^1])}.glob(\"{last}\")",
            _ => $"Path().glob({writer.TextOf(pattern)})",
        };
    }

    /// <summary>The folder ends with the last slash before the first character that stands for others.</summary>
    private static string OfText(string text)
    {
        var magic = text.IndexOfAny(Magic);
        var slash = magic < 0 ? text.LastIndexOf('/') : text.LastIndexOf('/', magic);
        return slash switch
        {
            < 0 => $"Path().glob(\"{text}\")",
            0 => $"Path(\"/\").glob(\"{text[1..]}\")",
            _ => $"Path(\"{text[..slash]}\").glob(\"{text[(slash + 1)..]}\")",
        };
    }

    private string OfFolder(ReadOnlySpan<Expr> segments) =>
        segments.Length > 1 ? $"({writer.Join(segments)})" : writer.Atom(writer.Unescaped(segments[0]));

    private bool IsJoin(Call pattern) => writer.Find(pattern) is { IsJoin: true } && !HasMagicBefore(pattern);

    private static bool HasMagicBefore(Call join)
    {
        foreach (var segment in join.Args.AsSpan()[..^1])
        {
            if (segment is Starred || (segment is Constant { StringValue: { } text } && text.IndexOfAny(Magic) >= 0))
            {
                return true;
            }
        }

        return false;
    }
}
