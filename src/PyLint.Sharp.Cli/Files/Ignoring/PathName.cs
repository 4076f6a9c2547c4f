using System.Text;

namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>A full path as patterns see it: bytes, with <c>/</c>.</summary>
internal readonly struct PathName
{
    private readonly byte[] bytes;
    private readonly int nameStart;

    public PathName(string fullPath)
    {
        bytes = Encoding.UTF8.GetBytes(fullPath);
        if (OperatingSystem.IsWindows())
        {
            bytes.AsSpan().Replace((byte)'\\', (byte)'/');
        }

        nameStart = bytes.AsSpan().LastIndexOf((byte)'/') + 1;
    }

    /// <summary>The last part.</summary>
    public ReadOnlySpan<byte> Name => bytes.AsSpan(nameStart);

    /// <summary>The path from a folder above it.</summary>
    /// <param name="start">What <see cref="LengthOf"/> says of that folder.</param>
    public ReadOnlySpan<byte> From(int start) => bytes.AsSpan(start);

    /// <summary>Where in paths below a folder the part behind it starts.</summary>
    public static int LengthOf(string folder) => Encoding.UTF8.GetByteCount(folder) + (Path.EndsInDirectorySeparator(folder) ? 0 : 1);
}
