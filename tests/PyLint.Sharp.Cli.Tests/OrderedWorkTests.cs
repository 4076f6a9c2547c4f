using PyLint.Sharp.Cli.Checking;

namespace PyLint.Sharp.Cli.Tests;

/// <summary>Work on several threads whose results come in order.</summary>
public class OrderedWorkTests
{
    private const int Threads = 3;
    private const int MostBegun = 1 + (Threads * OrderedWork<int, string>.MostAhead);

    /// <summary>Else the reports of ten thousand files would wait in memory for that of a slow first one.</summary>
    [Test]
    [CancelAfter(60_000)]
    public void Results_behind_a_slow_one_wait_in_bounded_number(CancellationToken cancellation)
    {
        using var mayEnd = new ManualResetEventSlim();
        var begun = 0;
        var work = new OrderedWork<int, string>([.. Enumerable.Range(0, 4 * MostBegun)], item =>
        {
            Interlocked.Increment(ref begun);
            if (item == 0)
            {
                mayEnd.Wait(cancellation);
            }

            return $"{item}";
        }, cancellation);
        var results = Task.Run(() => work.Run(Threads).ToList(), cancellation);
        SpinWait.SpinUntil(() => Volatile.Read(ref begun) >= MostBegun, TimeSpan.FromSeconds(20)).Should().BeTrue();
        Thread.Sleep(50);
        begun.Should().Be(MostBegun);
        mayEnd.Set();
        results.Result.Should().Equal(Enumerable.Range(0, 4 * MostBegun).Select(item => $"{item}"));
    }

    [Test]
    public void Nothing_begins_when_nobody_wants_more()
    {
        var begun = 0;
        var work = new OrderedWork<int, string>([.. Enumerable.Range(0, 100_000)], item =>
        {
            Interlocked.Increment(ref begun);
            Thread.Sleep(1);
            return $"{item}";
        }, CancellationToken.None);
        work.Run(Threads).First().Should().Be("0");
        var atEnd = Volatile.Read(ref begun);
        Thread.Sleep(100);
        begun.Should().BeInRange(atEnd, atEnd + Threads);
    }
}
