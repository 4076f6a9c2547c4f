namespace PyLint.Sharp.Analysis;

/// <summary>
/// A check with its explanation. Rules are stateless: <see cref="Register"/> names the node kinds that the rule wants to see, and
/// each callback is a pure function of the node and its context.
/// </summary>
public abstract class Rule
{
    /// <summary>What the rule is and how it explains itself.</summary>
    public abstract RuleDescriptor Descriptor { get; }

    /// <summary>Subscribes to node kinds; called once for each analyzer.</summary>
    public abstract void Register(Registration on);
}
