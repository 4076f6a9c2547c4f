using PyLint.Sharp.Cli.Files;

namespace PyLint.Sharp.Cli.Output;

/// <summary>
/// A stream whose failures can be told from those of reading files. A reader that has gone away, like <c>head</c>, is no failure: it has what
/// it wanted. The rest is dropped, other reports are still written, and the exit code is what it would have been.
/// </summary>
internal sealed class GuardedStream(Stream inner, string name) : Stream
{
    private const int UnixNoFolder = 20;
    private const int UnixReadOnly = 30;
    private const int UnixBrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsPipeClosing = unchecked((int)0x800700E8);

    private bool isClosed;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            if (!isClosed)
            {
                inner.Write(buffer);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(exception);
        }
    }

    public override void Flush()
    {
        try
        {
            if (!isClosed)
            {
                inner.Flush();
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(exception);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Why something could not be written. The messages of .NET name paths, which may be of no file that anybody asked for.</summary>
    public static string ReasonOf(Exception exception) => exception switch
    {
        DirectoryNotFoundException or FileNotFoundException or { HResult: UnixNoFolder } => "there is no such folder",
        { HResult: UnixReadOnly } => "the file system is read-only",
        _ => FileReader.ReasonOf(exception),
    };

    private void Fail(Exception exception)
    {
        isClosed = exception.HResult is UnixBrokenPipe or WindowsBrokenPipe or WindowsPipeClosing;
        if (!isClosed)
        {
            throw new OutputException($"cannot write to {name}: {ReasonOf(exception.InnerException ?? exception)}", exception);
        }
    }
}
