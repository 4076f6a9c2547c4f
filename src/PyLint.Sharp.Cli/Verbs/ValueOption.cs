using System.CommandLine;

namespace PyLint.Sharp.Cli.Verbs;

/// <summary>An option with a value; it may be repeated.</summary>
internal sealed class ValueOption : Option<string[]>
{
    public ValueOption(ValueKind kind, string name, string[] aliases)
        : base(name, aliases)
    {
        Arity = ArgumentArity.OneOrMore;
        AllowMultipleArgumentsPerToken = false;
        Kind = kind;
    }

    /// <summary>What its value is.</summary>
    public ValueKind Kind { get; }
}
