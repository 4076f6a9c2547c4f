using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PyLint.Sharp.Cli.Changes;

/// <summary>A file in a tree or in the index of git.</summary>
/// <param name="Mode">Its mode, such as <c>100644</c>.</param>
/// <param name="Id">The name of its content.</param>
internal readonly record struct GitBlob(string Mode, string Id)
{
    private const int LengthOfSha1 = 40;

    /// <summary>False for links, whose content is a path, and for other repositories.</summary>
    public bool IsFile => Mode.StartsWith("100", StringComparison.Ordinal);

    /// <summary>True for the place of another repository.</summary>
    public bool IsRepository => Mode == "160000";

    /// <summary>True when the bytes are those of the blob.</summary>
    public bool Is(byte[] bytes)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"blob {bytes.Length}\0")), .. bytes];

        // Git's own names are no secrets, and whoever can forge one can as well write the file.
#pragma warning disable CA5350
        var hash = Id.Length == LengthOfSha1 ? SHA1.HashData(named) : SHA256.HashData(named);
#pragma warning restore CA5350
        return Convert.ToHexStringLower(hash) == Id;
    }
}
