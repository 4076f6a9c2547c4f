using System.Runtime.InteropServices;
using System.Text;

namespace PyLint.Sharp.Cli.Files;

/// <summary>Tells files from what only looks like them. Nothing is opened here: to open a pipe can mean to wait for ever.</summary>
internal static class FileKinds
{
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Why a path can't be read as a file; null when nothing speaks against it.</summary>
    public static string? ProblemOf(string fullPath)
    {
        try
        {
            var target = TargetOf(fullPath) ?? fullPath;
            var file = new FileInfo(target);
            if (!file.Exists)
            {
                return target == fullPath ? "its name cannot be used to open it" : "it links to something that does not exist";
            }

            // Pipes, devices and sockets have no length, so nothing else needs a closer look.
            return file.Length == 0 && !IsRegular(target) ? "it is a pipe, a device or a socket, not a file" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.ReasonOf(exception);
        }
    }

    /// <summary>What a link finally leads to; null for anything but a link, and for links in a circle.</summary>
    public static string? TargetOf(string fullPath)
    {
        try
        {
            return File.ResolveLinkTarget(fullPath, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static bool IsRegular(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            return Status.Read(0, Encoding.UTF8.GetBytes(path + '\0'), 0, Status.WantsType, out var status) != 0 || (status.Mode & TypeMask) == RegularFile;
        }
        catch (EntryPointNotFoundException)
        {
            return true;
        }
    }

    /// <summary>Linux's <c>struct statx</c>, which is laid out alike on all processors; .NET has no way to ask for a file's type.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        public const uint WantsType = 1;

        [FieldOffset(28)]
        public ushort Mode;

        [DllImport("libc", EntryPoint = "statx")]
        public static extern int Read(int folder, byte[] path, int flags, uint mask, out Status status);
    }
}
