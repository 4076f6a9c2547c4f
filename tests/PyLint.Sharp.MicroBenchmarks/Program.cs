using BenchmarkDotNet.Running;
using PyLint.Sharp.MicroBenchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PipelineStages).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args);
