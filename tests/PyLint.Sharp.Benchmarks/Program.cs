using BenchmarkDotNet.Running;
using PyLint.Sharp.Benchmarks;

return args switch
{
    ["parse", var path] => ParseBenchmark.Run(path, rounds: 4),
    ["parse", var path, "--rounds", var count] when int.TryParse(count, out var rounds) && rounds > 0 => ParseBenchmark.Run(path, rounds),
    ["micro", .. var rest] => RunMicro(rest),
    _ => Usage(),
};

static int RunMicro(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(ParseBenchmark).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: parse PATH [--rounds N]          MB/s from bytes to the finished tree, one thread, N rounds over all *.py files of PATH
               micro [BenchmarkDotNet options]  tokenizer, parser, binder and walk, each for itself
        """);
    return 2;
}
