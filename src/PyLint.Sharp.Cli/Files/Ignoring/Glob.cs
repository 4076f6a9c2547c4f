namespace PyLint.Sharp.Cli.Files.Ignoring;

/// <summary>
/// A pattern with wildcards. Matching follows all ways through the pattern at once, so that no pattern, whoever wrote it, takes more
/// than its length times that of the text.
/// </summary>
internal sealed class Glob
{
    private const int MostOnStack = 256;

    private readonly GlobStep[] steps;

    private Glob(GlobStep[] steps) => this.steps = steps;

    /// <summary>Reads a pattern; null when nothing can match it.</summary>
    public static Glob? Read(ReadOnlySpan<byte> pattern, bool isPath, bool ignoresCase) =>
        new GlobReader(pattern, isPath, ignoresCase).Read() is { } steps ? new Glob(steps) : null;

    public bool IsMatch(ReadOnlySpan<byte> text)
    {
        // By the number of a step: true when the text up to here can be taken by all steps before it.
        Span<bool> current = steps.Length < MostOnStack ? stackalloc bool[steps.Length + 1] : new bool[steps.Length + 1];
        Span<bool> next = steps.Length < MostOnStack ? stackalloc bool[steps.Length + 1] : new bool[steps.Length + 1];
        current[0] = true;
        PassEmpty(current);
        foreach (var value in text)
        {
            next.Clear();
            if (!Advance(current, next, value))
            {
                return false;
            }

            PassEmpty(next);
            var done = current;
            current = next;
            next = done;
        }

        return current[steps.Length];
    }

    private bool Advance(ReadOnlySpan<bool> current, Span<bool> next, byte value)
    {
        var isAlive = false;
        for (var step = 0; step < steps.Length; step++)
        {
            if (current[step] && steps[step].Kind != GlobStepKind.Optional && steps[step].Set.Contains(value))
            {
                next[steps[step].Kind == GlobStepKind.Any ? step : step + 1] = true;
                isAlive = true;
            }
        }

        return isAlive;
    }

    /// <summary>Goes on where a step may take nothing.</summary>
    private void PassEmpty(Span<bool> reached)
    {
        for (var step = 0; step < steps.Length; step++)
        {
            if (reached[step] && steps[step].Kind != GlobStepKind.One)
            {
                reached[step + 1] = true;
                if (steps[step].Kind == GlobStepKind.Optional)
                {
                    // Behind it stand `**` and its slash.
                    reached[step + 3] = true;
                }
            }
        }
    }
}
