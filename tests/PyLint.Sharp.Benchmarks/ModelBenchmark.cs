using System.Globalization;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Benchmarks;

/// <summary>
/// What the whole model costs beside the parser, when everything that rules may ask is asked of everything: far more than they do.
/// The first round includes the JIT.
/// </summary>
internal static class ModelBenchmark
{
    public static int Run(string path, ParseOptions options) => Corpus.Run(path, paths => Measure(paths, options));

    private static void Measure(List<string> paths, ParseOptions options)
    {
        var files = paths.ConvertAll(File.ReadAllBytes);
        var megabytes = files.Sum(bytes => (long)bytes.Length) / 1e6;
        for (var round = 1; round <= options.Rounds; round++)
        {
            Timed parse = new(), bind = new(), graphs = new(), reached = new(), bound = new(), live = new(), ends = new(), types = new();
            long answers = 0;
            foreach (var bytes in files)
            {
                var tree = Time(parse, () => SyntaxTree.Parse(SourceText.Decode(bytes)));
                var model = Time(bind, () => SemanticModel.Create(tree));
                answers += Time(graphs, () => MakeGraphs(model));
                answers += Time(reached, () => Reach(model));
                answers += Time(bound, () => Bind(model));
                answers += Time(live, () => Live(model));
                answers += Time(types, () => Type(model));
                answers += Time(ends, () => End(model));
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: {files.Count} files, {megabytes:F2} MB, {answers} questions"));
            (string Name, Timed[] Work)[] lines =
            [
                ("parse", [parse]), ("bind", [bind]), ("flow", [graphs, reached, bound, live, ends]), ("- graphs", [graphs]),
                ("- reachable", [reached]), ("- bound", [bound]), ("- live", [live]), ("- ends", [ends]), ("types", [types]),
                ("model", [bind, graphs, reached, bound, live, ends, types]),
            ];
            foreach (var (name, work) in lines)
            {
                var seconds = work.Sum(part => part.Seconds);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name,-14} {seconds,7:F3} s {megabytes / seconds,7:F1} MB/s {work.Sum(part => part.Megabytes),6:F0} MB allocated; ratio {seconds / parse.Seconds:F2}"));
            }
        }
    }

    private static T Time<T>(Timed timed, Func<T> work)
    {
        using (timed.Lap())
        {
            return work();
        }
    }

    private static int MakeGraphs(SemanticModel model)
    {
        var count = 0;
        foreach (var scope in model.Scopes)
        {
            // What a syntax error left without a body has no graph.
            if (scope.Node is Module or Lambda or FunctionDefinition { Body.IsEmpty: false } or ClassDef { Body.IsEmpty: false })
            {
                model.FlowOf(scope.Node);
                count++;
            }
        }

        return count;
    }

    private static int Reach(SemanticModel model)
    {
        var count = 0;
        foreach (var node in model.Tree.Nodes)
        {
            if (node is Stmt statement)
            {
                model.IsReachable(statement);
                count++;
            }
        }

        return count;
    }

    private static int Bind(SemanticModel model)
    {
        var count = 0;
        foreach (var node in model.Tree.Nodes)
        {
            if (node is Name { Ctx: not ExprContext.Store } name)
            {
                model.BoundAt(name);
                count++;
            }
        }

        return count;
    }

    private static int Live(SemanticModel model)
    {
        var count = 0;
        foreach (var node in model.Tree.Nodes)
        {
            if (node is Name { Ctx: ExprContext.Store } or Arg or Alias or ExceptHandler or FunctionDefinition or ClassDef)
            {
                model.IsEverRead(node);
                count++;
            }
        }

        return count;
    }

    private static int End(SemanticModel model)
    {
        var count = 0;
        foreach (var node in model.Tree.Nodes)
        {
            switch (node)
            {
                case FunctionDefinition function:
                    model.IsGenerator(function);
                    model.AlwaysLeaves(function.Body);
                    model.AlwaysRaises(function.Body);
                    count += 3;
                    break;
                case Stmt statement:
                    model.CanRaise(statement);
                    count++;
                    break;
                case Call call:
                    model.NeverReturns(call);
                    count++;
                    break;
            }
        }

        return count;
    }

    private static int Type(SemanticModel model)
    {
        var count = 0;
        foreach (var node in model.Tree.Nodes)
        {
            if (node is Expr expression)
            {
                model.TypeOf(expression);
                count++;
            }
        }

        return count;
    }
}
