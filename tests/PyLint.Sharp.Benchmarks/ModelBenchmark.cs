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
        var questions = new Questions();
        for (var round = 1; round <= options.Rounds; round++)
        {
            Timed parse = new(), bind = new(), graphs = new(), reached = new(), bound = new(), live = new(), ends = new(), types = new();
            long answers = 0;
            foreach (var bytes in files)
            {
                var tree = Time(parse, () => SyntaxTree.Parse(SourceText.Decode(bytes)));
                var model = Time(bind, () => SemanticModel.Create(tree));
                questions.Find(tree);
                answers += Time(graphs, () => MakeGraphs(model));
                answers += Time(reached, () => Reach(model, questions));
                answers += Time(bound, () => Bind(model, questions));
                answers += Time(live, () => Live(model, questions));
                answers += Time(types, () => Type(model, questions));
                answers += Time(ends, () => End(model, questions));
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
                var ratio = seconds / parse.Seconds;
                var shared = WithSharedPauses(work, lines[0].Work, lines[^1].Work) / WithSharedPauses(lines[0].Work, lines[0].Work, lines[^1].Work);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {name,-14} {seconds,7:F3} s {megabytes / seconds,7:F1} MB/s {work.Sum(part => part.Megabytes),6:F0} MB allocated; ratio {ratio:F2}, with pauses by bytes {shared:F2}"));
            }
        }
    }

    /// <summary>
    /// The seconds of some work when everybody bears the collector's pauses in proportion to what he allocates, and not by where they
    /// happen to fall: a collection in the midst of the model mostly moves the tree that the parser has made.
    /// </summary>
    private static double WithSharedPauses(Timed[] work, Timed[] parse, Timed[] model)
    {
        var pauses = parse.Sum(part => part.Pauses) + model.Sum(part => part.Pauses);
        var megabytes = parse.Sum(part => part.Megabytes) + model.Sum(part => part.Megabytes);
        return work.Sum(part => part.Seconds - part.Pauses + (pauses * part.Megabytes / megabytes));
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

    private static int Reach(SemanticModel model, Questions questions)
    {
        foreach (var statement in questions.Statements)
        {
            model.IsReachable(statement);
        }

        return questions.Statements.Count;
    }

    private static int Bind(SemanticModel model, Questions questions)
    {
        foreach (var name in questions.Reads)
        {
            model.BoundAt(name);
        }

        return questions.Reads.Count;
    }

    private static int Live(SemanticModel model, Questions questions)
    {
        foreach (var binder in questions.Binders)
        {
            model.IsEverRead(binder);
        }

        return questions.Binders.Count;
    }

    private static int End(SemanticModel model, Questions questions)
    {
        foreach (var function in questions.Functions)
        {
            model.IsGenerator(function);
            model.AlwaysLeaves(function.Body);
            model.AlwaysRaises(function.Body);
        }

        foreach (var statement in questions.Statements)
        {
            model.CanRaise(statement);
        }

        foreach (var call in questions.Calls)
        {
            model.NeverReturns(call);
        }

        return (3 * questions.Functions.Count) + questions.Statements.Count + questions.Calls.Count;
    }

    private static int Type(SemanticModel model, Questions questions)
    {
        foreach (var expression in questions.Expressions)
        {
            model.TypeOf(expression);
        }

        return questions.Expressions.Count;
    }

    /// <summary>The nodes of a file about which something is asked, found beforehand. Its lists serve one file after the other, so as not to give the collector work.</summary>
    private sealed class Questions
    {
        public void Find(SyntaxTree tree)
        {
            Statements.Clear();
            Functions.Clear();
            Reads.Clear();
            Binders.Clear();
            Calls.Clear();
            Expressions.Clear();
            foreach (var node in tree.Nodes)
            {
                Add(node);
            }
        }

        public List<Stmt> Statements { get; } = [];

        public List<FunctionDefinition> Functions { get; } = [];

        public List<Name> Reads { get; } = [];

        public List<Node> Binders { get; } = [];

        public List<Call> Calls { get; } = [];

        public List<Expr> Expressions { get; } = [];

        private void Add(Node node)
        {
            if (node is Name { Ctx: ExprContext.Store } or Arg or Alias or ExceptHandler or FunctionDefinition or ClassDef)
            {
                Binders.Add(node);
            }

            if (node is Expr expression)
            {
                Expressions.Add(expression);
            }

            switch (node)
            {
                case Name { Ctx: not ExprContext.Store } name:
                    Reads.Add(name);
                    break;
                case Call call:
                    Calls.Add(call);
                    break;
                case Stmt statement:
                    Statements.Add(statement);
                    break;
            }

            if (node is FunctionDefinition function)
            {
                Functions.Add(function);
            }
        }
    }
}
