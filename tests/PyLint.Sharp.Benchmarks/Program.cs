using PyLint.Sharp.Benchmarks;
using PyLint.Sharp.Benchmarks.Growth;
using PyLint.Sharp.Benchmarks.Peers;

return args switch
{
    ["parse", var path, .. var options] when ParseOptions.TryRead(options, out var read) && read.Select is null => ParseBenchmark.Run(path, read),
    ["model", var path, .. var options] when ParseOptions.TryRead(options, out var read) && read is { Peer: null, Select: null } => ModelBenchmark.Run(path, read),
    ["check", var path, .. var options] when ParseOptions.TryRead(options, out var read) && read.Peer is null => CheckBenchmark.Run(path, read),
    ["recover", var path, var count, .. var shown] when int.TryParse(count, out var deletions) => RecoveryBenchmark.Run(path, deletions, shown.FirstOrDefault()),
    ["peers", var path, .. var options] when PeerOptions.TryRead(options, out var read) => PeersBenchmark.Run(path, read),
    ["growth"] => ParseGrowth.Run(),
    ["growth", "check"] => CheckGrowth.Run(),
    ["growth", "check", var name] when Array.Find(GrowthKind.All, kind => kind.Name == name) is { } kind => KindGrowth.Run(kind),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"""
        usage: parse PATH [--rounds N] [--peer PYTHON]
                   MB/s from bytes to the finished tree, one thread, N rounds over all *.py files of PATH, and how long the binder
                   takes beside it; with a peer, each round is followed by one of that Python's ast.parse over the same files, and
                   the ratio (the first round is cold: publish with -p:PublishReadyToRun=true to measure what users meet)
               model PATH [--rounds N]
                   seconds for parsing, binding, flow (all graphs and all questions) and types of everything, and their ratio to parsing
               check PATH [--rounds N] [--select RULES]
                   seconds and MB/s from bytes to the finished tree, to an analysis without rules, and to the findings of all rules (or of
                   RULES, as the command line understands them), one thread, and what rules add in times of parsing
               recover PATH COUNT [TOKEN]
                   takes COUNT tokens, one at a time, out of the *.py files of PATH: syntax errors, findings and expressions that are
                   left; and shows the worst deletions of TOKEN (* for every token)
               growth [check [KIND]]
                   how the parser's time and memory, or the time of the whole check, grow from 10 KB to 10 MB, for kinds of content
                   that have made others slow; a kind has two minutes
               peers PATH [--rows ROW,...] [--rounds N] [--program FILE] [--node-modules FOLDER]
                   the table of what we promise about speed and memory, each measured beside the other linters that are installed, in N
                   rounds (odd) in turns; FILE is a published pylint-sharp (one is made otherwise), FOLDER is where `npm install
                   @astral-sh/ruff-wasm-nodejs` was run (or PYLINT_SHARP_NODE_MODULES); ROW is one of
                   {PeersBenchmark.RowNames}, or the word before the hyphen
        """);
    return 2;
}
