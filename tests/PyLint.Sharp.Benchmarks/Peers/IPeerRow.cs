using PyLint.Sharp.Testing.Measuring;

namespace PyLint.Sharp.Benchmarks.Peers;

/// <summary>One line of the table: a promise and how to measure it.</summary>
internal interface IPeerRow
{
    /// <summary>What <c>--rows</c> calls it; the word before a hyphen names a group.</summary>
    string Name { get; }

    Goal Measure(PeerRun run);
}
