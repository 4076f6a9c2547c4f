namespace PyLint.Sharp.Analysis.Fixing;

/// <summary>Which fixes may be applied.</summary>
public sealed record FixPolicy
{
    /// <summary>True when fixes may change what the program does.</summary>
    public bool AllowsUnsafe { get; init; }

    /// <summary>Whether the fixes of a rule may be applied at all.</summary>
    public Func<RuleDescriptor, bool> IsFixable { get; init; } = static _ => true;

    internal bool Allows(Diagnostic finding) =>
        (finding.Fix?.Safety == FixSafety.Safe || (AllowsUnsafe && finding.Fix?.Safety == FixSafety.Unsafe)) && IsFixable(finding.Descriptor);
}
