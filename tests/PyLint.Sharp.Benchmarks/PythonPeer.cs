namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// CPython's own parser as the measure: a process that has read the files and parses all of them each time it is asked. Files that
/// it refuses count with the time that it took to refuse them.
/// </summary>
internal sealed class PythonPeer(string python, IEnumerable<string> paths) : WarmPeer(python, ["-c", Script], string.Join('\0', paths))
{
    private const string Script = """
        import ast, gc, sys, time, warnings
        warnings.simplefilter("ignore")
        sys.setrecursionlimit(10000)
        files = []
        for path in sys.stdin.readline().rstrip("\n").split("\0"):
            with open(path, "rb") as f:
                files.append(f.read())
        print("ready", flush=True)
        for line in sys.stdin:
            gc.collect()
            start = time.perf_counter()
            for source in files:
                try:
                    ast.parse(source)
                except (SyntaxError, ValueError, RecursionError, MemoryError):
                    pass
            print(time.perf_counter() - start, flush=True)
        """;
}
