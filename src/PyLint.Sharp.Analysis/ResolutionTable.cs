using System.Collections.Immutable;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Analysis;

/// <summary>
/// Where Python looks for the name that a finding is about: local, enclosing, global, built-in (Python reference, 4.2.2). Immutable.
/// </summary>
/// <param name="Name">The name, mangled where Python mangles it.</param>
/// <param name="Steps">
/// The places from the inside to the outside, at least one. The last that is reached is where the search ends; what stands behind it the
/// search would come to if the name weren't found there.
/// </param>
public sealed record ResolutionTable(string Name, ImmutableArray<ResolutionStep> Steps)
{
    /// <summary>The same table about a text in which the bindings have other places.</summary>
    public ResolutionTable Moved(Func<TextSpan, TextSpan> place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var moved = Steps.ToBuilder();
        for (var i = 0; i < moved.Count; i++)
        {
            moved[i] = moved[i] with { Binding = moved[i].Binding is { } binding ? place(binding) : null };
        }

        return this with { Steps = moved.MoveToImmutable() };
    }
}

/// <summary>One place of a lookup.</summary>
/// <param name="Place">Which of the four, or a class.</param>
/// <param name="Scope">What Python calls the scope: <c>total</c>, <c>&lt;lambda&gt;</c>, <c>&lt;module&gt;</c>, <c>builtins</c>.</param>
/// <param name="Outcome">What there is to find.</param>
/// <param name="IsReached">False behind the place where the search ends.</param>
/// <param name="Binding">Where the scope binds the name first; null where it doesn't, or no code of the file does.</param>
public sealed record ResolutionStep(ResolutionPlace Place, string Scope, ResolutionOutcome Outcome, bool IsReached, TextSpan? Binding);
