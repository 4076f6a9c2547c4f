using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Collects the parameters of one function and checks their order (Language Reference §8.7).</summary>
internal sealed class ParameterList(PythonParserBase parser)
{
    private WorkList<Arg> args;
    private WorkList<Expr> defaults;
    private WorkList<Arg> keywordOnly;
    private WorkList<Expr?> keywordDefaults;
    private ImmutableArray<Arg> positionalOnly = [];
    private Arg? varArg;
    private Arg? kwArg;
    private Token? slash;
    private Token? star;

    public void Add(Arg arg, Expr? fallback)
    {
        CheckNotLast(arg.Span);
        if (star != null)
        {
            keywordOnly.Add(arg);
            keywordDefaults.Add(fallback);
            return;
        }

        args.Add(arg);
        if (fallback != null)
        {
            defaults.Add(fallback);
        }
        else if (defaults.Count > 0)
        {
            parser.Error(arg, $"parameter `{arg.Name}` without a default follows parameters with one; give it a default, or move it before them");
        }
    }

    public void AddSlash(Token token)
    {
        var span = token.Span;
        CheckNotLast(span);
        if (slash != null || star != null || args.Count == 0)
        {
            parser.Error(span, slash != null ? "`/` may stand only once; leave out the other one" : star != null ? "`/` must stand before `*`" : "at least one parameter must stand before `/`");
        }

        slash = token;
        positionalOnly = positionalOnly.AddRange(args.ToImmutable());
        args.Clear();
    }

    public void AddStar(Token token, Arg? arg)
    {
        var span = token.Span;
        CheckNotLast(span);
        if (star != null)
        {
            parser.Error(span, "`*` may stand only once; leave out the other one");
        }

        star = token;
        varArg ??= arg;
    }

    public void AddDoubleStar(Arg arg)
    {
        CheckNotLast(arg.Span);
        kwArg = arg;
    }

    public Arguments Build(TextSpan span)
    {
        if (star != null && varArg is null && keywordOnly.Count == 0)
        {
            parser.Error(star.Span, "at least one parameter must follow a bare `*`; write one, or leave out the `*`");
        }

        return new Arguments(
            span, positionalOnly, args.ToImmutable(), defaults.ToImmutable(), varArg, keywordOnly.ToImmutable(),
            keywordDefaults.ToImmutable(), kwArg);
    }

    private void CheckNotLast(TextSpan span)
    {
        if (kwArg != null)
        {
            parser.Error(span, $"nothing can follow `**{kwArg.Name}`; make it the last parameter");
        }
    }
}
