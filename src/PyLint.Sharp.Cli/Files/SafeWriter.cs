namespace PyLint.Sharp.Cli.Files;

/// <summary>
/// Writes a file so that whoever looks, also after a crash or a power failure, finds the old content or the new one. The new content
/// goes to a file in the same folder, which then takes the place of the old one, with its owner, mode and attributes. Of a file with
/// several names (hard links) only the one that is written has the new content then: to write into the file itself could leave half of it.
/// </summary>
internal static class SafeWriter
{
    /// <summary>
    /// Replaces the content of a file that still is what it was when it was read; null, or why that could not be done: then the file
    /// is untouched.
    /// </summary>
    /// <param name="fullPath">The file; a link to it stays a link.</param>
    /// <param name="expected">The bytes that were read.</param>
    /// <param name="content">The new bytes.</param>
    public static string? Replace(string fullPath, byte[] expected, byte[] content)
    {
        var target = FileKinds.TargetOf(fullPath) ?? fullPath;
        var temporary = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
        try
        {
            WriteThrough(temporary, content);
            if (!TryCopyAttributes(target, temporary))
            {
                File.Delete(temporary);
                return "it belongs to somebody else, and would not any more";
            }

            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(expected))
            {
                File.Delete(temporary);
                return "it was changed by somebody else in the meantime";
            }

            Exchange(temporary, target);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            DeleteQuietly(temporary);
            return FileReader.ReasonOf(exception);
        }
    }

    private static void WriteThrough(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private static bool TryCopyAttributes(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            return true;
        }

        // A new owner loses some bits of the mode, and an access list has a say in them: so one behind the other.
        if (OperatingSystem.IsLinux() && !LinuxAttributes.TryCopyOwner(from, to))
        {
            return false;
        }

        File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        if (OperatingSystem.IsLinux())
        {
            LinuxAttributes.CopyExtended(from, to);
        }

        return true;
    }

    /// <summary>Windows itself keeps what belongs to the name, such as access rights; elsewhere it was copied.</summary>
    private static void Exchange(string temporary, string target)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Replace(temporary, target, destinationBackupFileName: null);
        }
        else
        {
            File.Move(temporary, target, overwrite: true);
        }
    }

    private static void DeleteQuietly(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What made writing fail may forbid this too, and the first problem is the one to tell.
        }
    }
}
