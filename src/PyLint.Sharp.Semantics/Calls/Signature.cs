using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Calls;

/// <summary>The parameters of something that is called, in their order.</summary>
public sealed class Signature
{
    internal Signature(ImmutableArray<Parameter> parameters) => Parameters = parameters;

    /// <summary>The parameters; of a method also the <c>self</c> that no call writes.</summary>
    public ImmutableArray<Parameter> Parameters { get; }

    internal static Signature Empty { get; } = new([]);

    internal static Signature Of(Arguments arguments, Func<string, string> mangle)
    {
        var positional = arguments.PosOnlyArgs.Length + arguments.Args.Length;
        var required = positional - arguments.Defaults.Length;
        var rests = (arguments.VarArg is null ? 0 : 1) + (arguments.KwArg is null ? 0 : 1);
        var parameters = ImmutableArray.CreateBuilder<Parameter>(positional + arguments.KwOnlyArgs.Length + rests);
        foreach (var one in arguments.PosOnlyArgs)
        {
            parameters.Add(new Parameter(one.Name.Text, LibraryParameterKind.PositionalOnly, parameters.Count >= required, one));
        }

        foreach (var one in arguments.Args)
        {
            parameters.Add(new Parameter(mangle(one.Name.Text), LibraryParameterKind.PositionalOrKeyword, parameters.Count >= required, one));
        }

        if (arguments.VarArg is { } rest)
        {
            parameters.Add(new Parameter(rest.Name.Text, LibraryParameterKind.VarPositional, true, rest));
        }

        for (var i = 0; i < arguments.KwOnlyArgs.Length; i++)
        {
            var one = arguments.KwOnlyArgs[i];
            var hasDefault = i < arguments.KwDefaults.Length && arguments.KwDefaults[i] != null;
            parameters.Add(new Parameter(mangle(one.Name.Text), LibraryParameterKind.KeywordOnly, hasDefault, one));
        }

        if (arguments.KwArg is { } others)
        {
            parameters.Add(new Parameter(others.Name.Text, LibraryParameterKind.VarKeyword, true, others));
        }

        return new Signature(parameters.MoveToImmutable());
    }

    internal static Signature Of(LibrarySignature library)
    {
        var parameters = ImmutableArray.CreateBuilder<Parameter>(library.Parameters.Length);
        foreach (var one in library.Parameters)
        {
            var isRest = one.Kind is LibraryParameterKind.VarPositional or LibraryParameterKind.VarKeyword;
            parameters.Add(new Parameter(one.Name, one.Kind, one.HasDefault || isRest, null));
        }

        return new Signature(parameters.MoveToImmutable());
    }

    /// <summary>True for <c>(cls, *args, **kwargs)</c>, behind whose first parameter any arguments fit.</summary>
    internal bool TakesAnything => Parameters is
        [{ TakesPlace: true }, { Kind: LibraryParameterKind.VarPositional }, { Kind: LibraryParameterKind.VarKeyword }];

    /// <summary>True when both take the same arguments; the first parameter is the class or instance and may have another name.</summary>
    internal bool HasFormOf(Signature other)
    {
        if (Parameters.Length != other.Parameters.Length || Parameters.IsEmpty)
        {
            return false;
        }

        for (var i = 0; i < Parameters.Length; i++)
        {
            var (one, its) = (Parameters[i], other.Parameters[i]);
            if (one.Kind != its.Kind || one.HasDefault != its.HasDefault || (i > 0 && one.Name != its.Name))
            {
                return false;
            }
        }

        return Parameters[0] is { TakesPlace: true, HasDefault: false };
    }

    /// <summary>Behind the last parameter without a default.</summary>
    internal int RequiredEnd => requiredEnd ??= FindRequiredEnd();

    private int? requiredEnd;

    private int FindRequiredEnd()
    {
        var end = Parameters.Length;
        while (end > 0 && Parameters[end - 1].HasDefault)
        {
            end--;
        }

        return end;
    }

    internal int IndexOf(LibraryParameterKind kind)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].Kind == kind)
            {
                return i;
            }
        }

        return -1;
    }

    internal int IndexOfNamed(string name)
    {
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (Parameters[i].TakesName && Parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
