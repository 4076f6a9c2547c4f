using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace PyLint.Sharp.Reporting.Hashing;

/// <summary>
/// SHA-256 on any system. On Unix .NET asks OpenSSL and ends the process where it isn't installed, as in most small containers; there
/// we compute it ourselves, a few times slower.
/// </summary>
public static class Sha256
{
    /// <summary>The length of a hash in bytes.</summary>
    public const int Length = SHA256.HashSizeInBytes;

    private static readonly bool HasSystem = IsInstalled();

    /// <summary>The hash of some bytes.</summary>
    public static byte[] HashData(ReadOnlySpan<byte> data) => HasSystem ? SHA256.HashData(data) : OwnSha256.HashData(data);

    /// <summary>The same as lower-case hexadecimal digits.</summary>
    public static string TextOf(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(HashData(data));

    /// <summary>The names that .NET looks for, but for those that nobody maintains any more. Systems other than Unix bring their own.</summary>
    private static bool IsInstalled()
    {
        if (!OperatingSystem.IsLinux() && !OperatingSystem.IsFreeBSD())
        {
            return true;
        }

        foreach (var name in (ReadOnlySpan<string>)["libssl.so.3", "libssl.so.1.1", "libssl.so"])
        {
            if (NativeLibrary.TryLoad(name, out _))
            {
                return true;
            }
        }

        return false;
    }
}
