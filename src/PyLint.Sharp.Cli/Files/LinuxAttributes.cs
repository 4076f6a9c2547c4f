using System.Runtime.InteropServices;
using System.Text;

namespace PyLint.Sharp.Cli.Files;

/// <summary>What a file has on Linux beside content and mode, and what .NET has no way to copy: its owner and its extended attributes, access lists among them.</summary>
internal static class LinuxAttributes
{
    private const int MostBytesOfNames = 1 << 16;
    private const int MostBytesOfValue = 1 << 16;

    /// <summary>Gives a file to the owner of another; false where that is not allowed.</summary>
    public static bool TryCopyOwner(string from, string to)
    {
        if (FileKinds.OwnerOf(from) is not { } wanted || FileKinds.OwnerOf(to) == wanted)
        {
            return true;
        }

        return SetOwner(NameOf(to), wanted.User, wanted.Group) == 0;
    }

    /// <summary>Copies extended attributes. Some belong to the system alone, and not every file system has any: what can't be set is left.</summary>
    public static void CopyExtended(string from, string to)
    {
        var (source, target) = (NameOf(from), NameOf(to));
        var (names, value) = (new byte[MostBytesOfNames], new byte[MostBytesOfValue]);
        var length = (int)ListNames(source, names, names.Length);
        for (var start = 0; start < length;)
        {
            var end = Array.IndexOf(names, (byte)0, start) + 1;
            var name = names[start..end];
            var size = Get(source, name, value, value.Length);
            if (size >= 0)
            {
                _ = Set(target, name, value, size, 0);
            }

            start = end;
        }
    }

    private static byte[] NameOf(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "chown")]
    private static extern int SetOwner(byte[] path, uint user, uint group);

    [DllImport("libc", EntryPoint = "listxattr")]
    private static extern nint ListNames(byte[] path, byte[] names, nint size);

    [DllImport("libc", EntryPoint = "getxattr")]
    private static extern nint Get(byte[] path, byte[] name, byte[] value, nint size);

    [DllImport("libc", EntryPoint = "setxattr")]
    private static extern int Set(byte[] path, byte[] name, byte[] value, nint size, int flags);
}
