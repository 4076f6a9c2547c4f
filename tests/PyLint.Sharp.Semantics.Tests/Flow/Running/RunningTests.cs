using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Semantics.Tests.Programs;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;
using PyLint.Sharp.Testing.Fuzzing;

namespace PyLint.Sharp.Semantics.Tests.Flow.Running;

/// <summary>What the graph proves, CPython does.</summary>
public class RunningTests
{
    private const string Runner = "tests/PyLint.Sharp.Semantics.Tests/Flow/Running/run-programs.py";
    private const int Batch = 500;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public void What_is_proven_of_a_read_happens_when_Python_runs_it()
    {
        var tally = new Tally();
        var watch = Stopwatch.StartNew();
        for (var seed = 0; FuzzRun.LongSeconds is { } seconds ? watch.Elapsed.TotalSeconds < seconds : seed < ProgramCount.Of(Batch); seed += Batch)
        {
            Check(seed, tally);
        }

        TestContext.Out.WriteLine(tally);
        tally.Contradictions.Should().BeEmpty();
        tally.Always.Should().BePositive();
        tally.Never.Should().BePositive();
    }

    private static void Check(int firstSeed, Tally tally)
    {
        var python = Python.Required(10);
        var programs = Enumerable.Range(firstSeed, Batch).Select(seed => new FlowProgram(new Random(seed), python.Minor >= 11).Write()).ToList();
        var reads = programs.Select(ReadsOf).ToList();
        foreach (var line in Run(python, programs))
        {
            var words = line.Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture)).ToArray();
            var (bound, reachable) = reads[words[0]][words[1]];
            tally.Add(bound, reachable, words[2], words[3], () => $"seed {firstSeed + words[0]}, read {words[1]} is {bound}, its statement {reachable}; "
                + $"Python: {words[2]} came through, {words[3]} raised\n{programs[words[0]]}");
        }
    }

    /// <summary>By its number, which the call <c>h(number)</c> in front of it tells.</summary>
    private static Dictionary<int, (Bound Bound, Answer Reachable)> ReadsOf(string program)
    {
        var model = SemanticModel.Create(SyntaxTree.Parse(SourceText.From(program)));
        model.Tree.HasParseErrors.Should().BeFalse(program);
        var reads = new Dictionary<int, (Bound, Answer)>();
        foreach (var call in model.Tree.Nodes.OfType<Call>().Where(call => call.Func is Name { Id: "h" }))
        {
            var number = int.Parse(model.Tree.Text.ToString(call.Args[0].Span), CultureInfo.InvariantCulture);
            var read = model.Tree.Nodes.Skip(call.SubtreeEnd).OfType<Name>().First(name => name.Id is "x" or "y" or "z" && name.Ctx == ExprContext.Load);
            reads.Add(number, (BoundAt(model, read), call.Ancestor<Lambda>() is null ? model.IsReachable(call.Ancestor<Stmt>()!) : Answer.Unknown));
        }

        return reads;
    }

    /// <summary>A variable that a class doesn't bind at all on the way may have a value further out.</summary>
    private static Bound BoundAt(SemanticModel model, Name read)
    {
        var bound = model.BoundAt(read);
        return bound == Bound.Never && model.SymbolOf(read)!.Scope.Kind == ScopeKind.Class ? Bound.Unknown : bound;
    }

    private static string[] Run(Python python, List<string> programs)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, JsonSerializer.Serialize(programs));
            var start = new ProcessStartInfo(python.Command, ["-I", "-S", "-W", "ignore", Path.Combine(Repository.Root, Runner), file])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
            }

            process.ExitCode.Should().Be(0, errors.Result);
            return output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private sealed class Tally
    {
        private int failing;
        private int foreseen;

        public List<string> Contradictions { get; } = [];

        public int Always { get; private set; }

        public int Never { get; private set; }

        public void Add(Bound bound, Answer reachable, int through, int raised, Func<string> describe)
        {
            Always += bound == Bound.Always ? 1 : 0;
            Never += bound == Bound.Never ? 1 : 0;
            failing += raised > 0 ? 1 : 0;
            foreseen += raised > 0 && bound is (Bound.Possibly or Bound.Never) ? 1 : 0;
            var isWrong = bound switch
            {
                Bound.Always => raised > 0,
                Bound.Never => through > 0,
                Bound.Unreachable => true,
                _ => false,
            };
            if ((isWrong || reachable == Answer.No) && Contradictions.Count < 5)
            {
                Contradictions.Add(describe());
            }
        }

        public override string ToString() => $"always {Always}, never {Never}; of {failing} reads that raised {foreseen} were possibly or never bound";
    }
}
