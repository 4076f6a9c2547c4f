using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>
/// Gives the arguments of a call to parameters as Python does (language reference, 6.3.4 "Calls"). <c>*args</c> stands for any number
/// of arguments, <c>**kwargs</c> for any names: what depends on them is left open, what fails in spite of them is certain.
/// </summary>
internal sealed class ArgumentBinder
{
    private readonly Call call;
    private readonly Callee callee;
    private readonly ImmutableArray<Parameter> parameters;
    private readonly bool[] isFilled;
    private readonly ImmutableArray<BoundArgument>.Builder bound;
    private readonly ImmutableArray<CallError>.Builder errors = ImmutableArray.CreateBuilder<CallError>(0);
    private readonly Signature signature;

    /// <summary>The names that go to <c>**kwargs</c>.</summary>
    private HashSet<string>? restNames;
    private bool hasStar;
    private bool hasDoubleStar;
    private int places;

    private ArgumentBinder(Call call, Callee callee, Signature signature)
    {
        this.call = call;
        this.callee = callee;
        this.signature = signature;
        parameters = signature.Parameters;
        isFilled = new bool[parameters.Length];
        bound = ImmutableArray.CreateBuilder<BoundArgument>(Math.Min(parameters.Length, call.Args.Length + call.Keywords.Length));
    }

    /// <summary>A call that fits several signatures is bound when only one of them is left; one that fits none, to the one that takes most of it.</summary>
    public static CallBinding Bind(Call call, Callee callee)
    {
        CallBinding? first = null;
        CallBinding? failed = null;
        foreach (var signature in callee.Signatures)
        {
            var binding = new ArgumentBinder(call, callee, signature).Bind();
            if (binding.Fits == Answer.No)
            {
                failed = failed is null || binding.Arguments.Length > failed.Arguments.Length ? binding : failed;
            }
            else if (first != null)
            {
                var isSame = first.Fits == binding.Fits && HaveSameParameters(first, binding);
                return isSame ? first : new CallBinding(Answer.Unknown, callee, [], []);
            }
            else
            {
                first = binding;
            }
        }

        return first ?? failed ?? CallBinding.Unknown;
    }

    private static bool HaveSameParameters(CallBinding one, CallBinding other)
    {
        if (one.Arguments.Length != other.Arguments.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Arguments.Length; i++)
        {
            if (one.Arguments[i].Value != other.Arguments[i].Value || one.Arguments[i].Parameter.Name != other.Arguments[i].Parameter.Name)
            {
                return false;
            }
        }

        return true;
    }

    private CallBinding Bind()
    {
        places = callee.GetsReceiver ? 1 : 0;
        FillPlace(0, places, null);
        foreach (var argument in call.Args)
        {
            BindPlace(argument);
        }

        foreach (var keyword in call.Keywords)
        {
            BindKeyword(keyword);
        }

        FindMissing();
        var fits = errors.Count > 0 ? Answer.No : hasStar || hasDoubleStar ? Answer.Unknown : Answer.Yes;
        return new CallBinding(fits, callee, bound.DrainToImmutable(), errors.DrainToImmutable());
    }

    private void BindPlace(Expr argument)
    {
        if (argument is Starred { Value: var spread })
        {
            if (!hasStar && Elements(spread) is { } elements)
            {
                foreach (var element in elements)
                {
                    BindPlace(element);
                }
            }
            else
            {
                hasStar = true;
            }

            return;
        }

        FillPlace(places, ++places, argument);
    }

    /// <summary>What <c>*(a, b)</c> spreads; null for anything but a display.</summary>
    private static ImmutableArray<Expr>? Elements(Expr spread) => spread switch
    {
        Tuple tuple => tuple.Elts,
        List list => list.Elts,
        _ => null,
    };

    /// <summary>Behind <c>*args</c> the parameter isn't known, but one more of the first ones is surely filled.</summary>
    private void FillPlace(int from, int to, Expr? argument)
    {
        if (from == to)
        {
            return;
        }

        if (from < parameters.Length && parameters[from].TakesPlace)
        {
            isFilled[from] = true;
            if (!hasStar && argument != null)
            {
                bound.Add(new BoundArgument(parameters[from], argument));
            }
        }
        else if (signature.IndexOf(LibraryParameterKind.VarPositional) is var rest and >= 0)
        {
            if (!hasStar && argument != null)
            {
                bound.Add(new BoundArgument(parameters[rest], argument));
            }
        }
        else
        {
            AddError(CallErrorKind.TooMany, "", argument ?? call);
        }
    }

    private void BindKeyword(Keyword keyword)
    {
        if (keyword.Name is { } name)
        {
            FillName(name.Text, keyword.Value, keyword);
        }
        else if (keyword.Value is Dict spread && HasDistinctNames(spread))
        {
            for (var i = 0; i < spread.Keys.Length; i++)
            {
                FillName(((Constant)spread.Keys[i]!).StringValue!, spread.Values[i], spread.Keys[i]!);
            }
        }
        else
        {
            hasDoubleStar = true;
        }
    }

    /// <summary>True for <c>{"a": 1, "b": 2}</c>, of which each item becomes an argument.</summary>
    private static bool HasDistinctNames(Dict spread)
    {
        for (var i = 0; i < spread.Keys.Length; i++)
        {
            if (spread.Keys[i] is not Constant { StringValue: { } name })
            {
                return false;
            }

            for (var other = 0; other < i; other++)
            {
                if (((Constant)spread.Keys[other]!).StringValue == name)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private void FillName(string name, Expr argument, Node node)
    {
        var at = signature.IndexOfNamed(name);
        if (at < 0 && signature.IndexOf(LibraryParameterKind.VarKeyword) is var others)
        {
            if (others < 0)
            {
                AddError(CallErrorKind.UnexpectedKeyword, name, node);
            }
            else if (restNames?.Contains(name) == true)
            {
                AddError(CallErrorKind.GivenTwice, name, node);
            }
            else
            {
                (restNames ??= []).Add(name);
                bound.Add(new BoundArgument(parameters[others], argument));
            }
        }
        else if (isFilled[at])
        {
            AddError(CallErrorKind.GivenTwice, name, node);
        }
        else
        {
            isFilled[at] = true;
            bound.Add(new BoundArgument(parameters[at], argument));
        }
    }

    private void FindMissing()
    {
        for (var i = 0; i < signature.RequiredEnd; i++)
        {
            var mayBeSpread = (hasStar && parameters[i].TakesPlace) || (hasDoubleStar && parameters[i].TakesName);
            if (!isFilled[i] && !parameters[i].HasDefault && !mayBeSpread)
            {
                AddError(CallErrorKind.Missing, parameters[i].Name, call);
            }
        }
    }

    private void AddError(CallErrorKind kind, string name, Node node) => errors.Add(new CallError(kind, name, node));
}
