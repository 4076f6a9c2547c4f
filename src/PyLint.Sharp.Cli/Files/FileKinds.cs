using System.Runtime.InteropServices;
using System.Text;

namespace PyLint.Sharp.Cli.Files;

/// <summary>Tells files from what only looks like them. Nothing is opened here: to open a pipe can mean to wait for ever.</summary>
internal static class FileKinds
{
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    /// <summary>Why a path can't be read as a file; null when nothing speaks against it.</summary>
    public static string? ProblemOf(string fullPath) => ProblemOf(new FileInfo(fullPath));

    /// <summary>The same of a file that a folder has told of, so that the system is asked but once.</summary>
    public static string? ProblemOf(FileInfo entry)
    {
        try
        {
            var file = Followed(entry);
            if (!file.Exists)
            {
                return file == entry ? "its name cannot be used to open it" : "it links to something that does not exist";
            }

            // Pipes, devices and sockets have no length, so nothing else needs a closer look.
            return file.Length == 0 && !IsRegular(file.FullName) ? "it is a pipe, a device or a socket, not a file" : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return FileReader.ReasonOf(exception);
        }
    }

    /// <summary>The file itself, or for a link what it finally leads to.</summary>
    public static FileInfo Followed(FileInfo file) =>
        file.Exists && file.Attributes.HasFlag(FileAttributes.ReparsePoint) && TargetOf(file.FullName) is { } target ? new FileInfo(target) : file;

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

    /// <summary>Tells folders apart, so that links which lead in a circle are noticed.</summary>
    public static FileIdentity IdentityOf(string fullPath) => TryRead(fullPath, Status.WantsNumber, out var status)
        ? new FileIdentity(((ulong)status.DeviceMajor << 32) | status.DeviceMinor, status.Number, null)
        : new FileIdentity(0, 0, TargetOf(fullPath) ?? fullPath);

    /// <summary>Whose a file is; null for systems that don't tell.</summary>
    public static (uint User, uint Group)? OwnerOf(string fullPath) => TryRead(fullPath, Status.WantsOwner, out var status) ? (status.User, status.Group) : null;

    private static bool IsRegular(string path) => !TryRead(path, Status.WantsType, out var status) || (status.Mode & TypeMask) == RegularFile;

    private static bool TryRead(string path, uint wanted, out Status status)
    {
        status = default;
        try
        {
            return OperatingSystem.IsLinux() && Status.Read(0, Encoding.UTF8.GetBytes(path + '\0'), 0, wanted, out status) == 0;
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Linux's <c>struct statx</c>, which is laid out alike on all processors; .NET has no way to ask for a file's type.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Status
    {
        public const uint WantsType = 1;
        public const uint WantsOwner = 0x18;
        public const uint WantsNumber = 0x100;

        [FieldOffset(20)]
        public uint User;

        [FieldOffset(24)]
        public uint Group;

        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Number;

        [FieldOffset(136)]
        public uint DeviceMajor;

        [FieldOffset(140)]
        public uint DeviceMinor;

        [DllImport("libc", EntryPoint = "statx")]
        public static extern int Read(int folder, byte[] path, int flags, uint mask, out Status status);
    }
}
