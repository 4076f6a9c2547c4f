using System.Collections.Immutable;
using PyLint.Sharp.Analysis;

namespace PyLint.Sharp.Cli.Caching;

/// <summary>The part of <see cref="ReportCodec"/> for where Python looks for a name.</summary>
internal static class ResolutionCodec
{
    public static void Write(CacheWriter to, ResolutionTable? table)
    {
        to.OptionalText(table?.Name);
        if (table is null)
        {
            return;
        }

        to.Int(table.Steps.Length);
        foreach (var step in table.Steps)
        {
            to.Int((int)step.Place);
            to.Text(step.Scope);
            to.Int((int)step.Outcome);
            to.Bool(step.IsReached);
            to.Bool(step.Binding is not null);
            if (step.Binding is { } binding)
            {
                to.Span(binding);
            }
        }
    }

    /// <exception cref="InvalidDataException">The bytes are no table.</exception>
    public static ResolutionTable? Read(ref CacheReader from)
    {
        if (from.OptionalText() is not { } name)
        {
            return null;
        }

        var steps = ImmutableArray.CreateBuilder<ResolutionStep>(from.Count());
        for (var i = steps.Capacity; i > 0; i--)
        {
            steps.Add(new ResolutionStep(
                from.Enum<ResolutionPlace>(), from.Text(), from.Enum<ResolutionOutcome>(), from.Bool(), from.Bool() ? from.Span() : null));
        }

        return new ResolutionTable(name, steps.DrainToImmutable());
    }
}
