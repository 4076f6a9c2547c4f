using BenchmarkDotNet.Attributes;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Parsing;
using PyLint.Sharp.Syntax.Text;
using PyLint.Sharp.Testing;

namespace PyLint.Sharp.MicroBenchmarks;

/// <summary>The stages of the pipeline, each on all samples of the repository joined to one text.</summary>
[MemoryDiagnoser]
public class PipelineStages
{
    private readonly TokenBuffer tokens = new();
    private readonly Analyzer analyzer = new(BuiltInRules.Catalog.Rules);
    private Tokenizer tokenizer = null!;
    private SourceText text = null!;
    private SyntaxTree tree = null!;

    [GlobalSetup]
    public void Setup()
    {
        tokenizer = new Tokenizer(tokens, new NameTable());
        text = SourceText.From(string.Join("\n", Repository.Files("samples", "*.py").Select(Repository.ReadText)));
        tree = SyntaxTree.Parse(text);
    }

    [Benchmark]
    public int Tokenize()
    {
        tokenizer.Run(text.Content, new SyntaxErrorList(text));
        return tokens.Count;
    }

    [Benchmark]
    public int Parse() => SyntaxTree.Parse(text).Nodes.Length;

    [Benchmark]
    public int Bind() => SemanticModel.Create(tree).Scopes.Length;

    [Benchmark]
    public int BindAndCheck() => analyzer.Run(tree, CancellationToken.None).Diagnostics.Length;
}
