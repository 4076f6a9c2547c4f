using System.Collections.Concurrent;
using System.Globalization;
using PyLint.Sharp.Cli.Watching;

namespace PyLint.Sharp.Cli.Tests.Watching;

[CancelAfter(60_000)]
public class ChangeWatchTests : CommandLineTest
{
    [Test]
    public void More_changes_than_the_system_can_note_mean_that_anything_may_have_changed(CancellationToken cancellation)
    {
        const string Limit = "/proc/sys/fs/inotify/max_queued_events";
        if (!File.Exists(Limit) || int.Parse(File.ReadAllText(Limit), CultureInfo.InvariantCulture) is var most && most > 100_000)
        {
            Assert.Ignore("only Linux tells how many changes it notes, and here it is very many");
            return;
        }

        using var canGoOn = new ManualResetEventSlim();
        var notices = new ConcurrentQueue<string?>();
        var warnings = new ConcurrentQueue<string>();
        using var watched = new WatchedPath(
            Folder,
            path =>
            {
                canGoOn.Wait(cancellation);
                notices.Enqueue(path);
            },
            warnings.Enqueue);
        watched.Revive().Should().BeTrue();
        watched.Revive().Should().BeFalse("it is the same folder");

        // Two changes of one file, one behind the other, count as one; and many are taken from the system at once before any is told.
        using (var first = File.OpenHandle(Path.Combine(Folder, "a.py"), FileMode.CreateNew, FileAccess.Write))
        using (var second = File.OpenHandle(Path.Combine(Folder, "b.py"), FileMode.CreateNew, FileAccess.Write))
        {
            for (var i = 0; i < 2 * most; i++)
            {
                RandomAccess.Write(i % 2 == 0 ? first : second, "x"u8, 0);
            }
        }

        canGoOn.Set();
        while (!notices.Contains(null))
        {
            cancellation.ThrowIfCancellationRequested();
            Thread.Sleep(10);
        }

        warnings.Should().BeEmpty();
    }

    [Test]
    public void More_changes_than_are_remembered_are_a_change(CancellationToken cancellation)
    {
        using var watch = new ChangeWatch([Folder], _ => { }, mostPending: 3);
        for (var i = 0; i < 10; i++)
        {
            Write($"{i}.txt", "x");
        }

        watch.Wait(_ => false, () => false, cancellation);
        Write("a.py", "x");
        watch.Wait(path => Path.GetFileName(path) == "a.py", () => false, cancellation);
    }

    [Test]
    public void What_does_not_concern_is_waited_through(CancellationToken cancellation)
    {
        using var watch = new ChangeWatch([Folder], _ => { });
        using var late = new Timer(_ => Write("a.py", "x"), null, 300, Timeout.Infinite);
        Write("a.txt", "x");
        var asked = new List<string>();
        watch.Wait(
            path =>
            {
                asked.Add(Path.GetFileName(path));
                return path.EndsWith(".py", StringComparison.Ordinal);
            },
            () => false,
            cancellation);
        asked.Should().Contain("a.txt").And.Contain("a.py");
        asked[^1].Should().Be("a.py");
    }

    [Test]
    public void Waiting_can_be_ended()
    {
        using var watch = new ChangeWatch([Folder], _ => { });
        using var end = new CancellationTokenSource(200);
        watch.Invoking(waiting => waiting.Wait(_ => true, () => false, end.Token)).Should().Throw<OperationCanceledException>();
    }

    [Test]
    public void Stamps_notice_what_appears_changes_and_goes()
    {
        var path = Path.Combine(Folder, "a.toml");
        var stamps = new FileStamps();
        stamps.Note(path);
        stamps.HaveChanged().Should().BeFalse();
        Write("a.toml", "x");
        stamps.HaveChanged().Should().BeTrue();
        stamps.Note(path);
        stamps.HaveChanged().Should().BeFalse();
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(-1));
        stamps.HaveChanged().Should().BeTrue();
        stamps.Note(path);
        File.Delete(path);
        stamps.HaveChanged().Should().BeTrue();
        stamps.Has(path).Should().BeTrue();
        stamps.Clear();
        stamps.HaveChanged().Should().BeFalse();
    }
}
