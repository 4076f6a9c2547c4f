namespace PyLint.Sharp.Analysis.Selection;

/// <summary>
/// Who reads the findings. A profile is the set of rules that run where nothing else is selected; it follows from what the rules say of
/// themselves, so a new rule is in the right ones. No profile holds a rule in preview.
/// </summary>
public enum Profile
{
    /// <summary>Somebody who rehearses: all rules that are on by default.</summary>
    Candidate,

    /// <summary>Somebody who reviews: those of them that are no mere matter of idiom, so from severity warning on.</summary>
    Reviewer,

    /// <summary>Somebody who grades: all on by default, and of foundations and submission hygiene those too that are off by default.</summary>
    Teacher,

    /// <summary>All rules.</summary>
    All,
}

/// <summary>Says which rules a profile holds.</summary>
public static class Profiles
{
    /// <summary>True when a rule runs under a profile where nothing else is selected.</summary>
    public static bool Holds(this Profile profile, RuleDescriptor rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return !rule.IsPreview && profile switch
        {
            Profile.Candidate => rule.IsEnabledByDefault,
            Profile.Reviewer => rule.IsEnabledByDefault && rule.Severity >= Severity.Warning,
            Profile.Teacher => rule.IsEnabledByDefault || rule.Area is SkillArea.Foundations or SkillArea.Submission,
            _ => true,
        };
    }
}
