using System.Collections.Concurrent;
using System.Collections.Immutable;
using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Functions.Shadowing;

/// <summary>What a read of a shadowed name finds; the worse, the later.</summary>
internal enum NameUse
{
    /// <summary>It reads the built-in, because nothing has hidden it yet.</summary>
    Builtin,

    /// <summary>It reads what the file has bound.</summary>
    Variable,

    /// <summary>It may read either.</summary>
    Unknown,

    /// <summary>It calls what the file has bound, which may or may not be callable.</summary>
    CalledUnknown,

    /// <summary>It wants the built-in when a function is called, and by then may find something that cannot be called.</summary>
    LateBuiltin,

    /// <summary>It wants the built-in and finds something that cannot be called.</summary>
    BrokenBuiltin,

    /// <summary>It wants the built-in and finds a local variable that has no value yet.</summary>
    UnboundBuiltin,
}

/// <summary>The reads of a name that hides a built-in, by what they find.</summary>
internal sealed class ShadowedUses
{
    /// <summary>By the model: a variable that is called often is asked about often.</summary>
    private static readonly Remembered<SemanticModel, ConcurrentDictionary<Symbol, ShadowedUses>> Known = new(_ => []);

    private readonly HashSet<Name> broken = [];
    private readonly Symbol symbol;
    private readonly SemanticModel model;
    private readonly bool canBeCalled;
    private readonly bool isDefined;

    private ShadowedUses(Symbol symbol, SemanticModel model)
    {
        this.symbol = symbol;
        this.model = model;
        canBeCalled = !NeverCallable.IsProven(symbol, model);
        isDefined = IsDefinition(symbol.Bindings);
        var all = ImmutableArray.CreateBuilder<(Name, NameUse)>(symbol.References.Length);
        foreach (var reference in symbol.References)
        {
            var use = Classify(reference);
            all.Add((reference, use));
            if (use == NameUse.BrokenBuiltin)
            {
                broken.Add(reference);
            }
        }

        All = all.MoveToImmutable();
    }

    public static ShadowedUses Of(Symbol symbol, SemanticModel model) => Known.Of(model).GetOrAdd(symbol, static (symbol, model) => new ShadowedUses(symbol, model), model);

    public bool IsBroken(Name name) => broken.Contains(name);

    /// <summary>In source order.</summary>
    public ImmutableArray<(Name Name, NameUse Use)> All { get; }

    public NameUse Worst
    {
        get
        {
            var worst = NameUse.Builtin;
            foreach (var (_, use) in All)
            {
                worst = use > worst ? use : worst;
            }

            return worst;
        }
    }

    /// <summary>
    /// Leaves a finding about the name out where PLS305 speaks of the first call that fails by it: one mistake, one finding. The call is
    /// where it fails, and a comment that allows the name must not hide that.
    /// </summary>
    public void LeaveToCalls(DiagnosticBuilder finding)
    {
        var worst = Worst;
        if (worst is not (NameUse.CalledUnknown or NameUse.BrokenBuiltin))
        {
            return;
        }

        foreach (var (read, use) in All)
        {
            if (use == worst && IsCalled(read))
            {
                finding.YieldTo("PLS305", read.Span.Start);
                return;
            }
        }
    }

    private NameUse Classify(Name reference)
    {
        var isModule = symbol.Scope.Kind == ScopeKind.Module;
        if (BindingOrder.IsBeforeAll(reference, symbol, model))
        {
            return isModule ? NameUse.Builtin : WantsBuiltin(reference) ? NameUse.UnboundBuiltin : NameUse.Variable;
        }

        if (isModule && !BindingOrder.IsBehindAny(reference, symbol, model))
        {
            return !canBeCalled && WantsBuiltin(reference) && !BindingOrder.HappensIn(symbol.Scope, reference, model) ? NameUse.LateBuiltin : NameUse.Unknown;
        }

        return !canBeCalled && WantsBuiltin(reference) ? NameUse.BrokenBuiltin
            : canBeCalled && !isDefined && IsCalled(reference) ? NameUse.CalledUnknown
            : NameUse.Variable;
    }

    /// <summary>True for uses that make sense for a class or function alone.</summary>
    private bool WantsBuiltin(Name reference) => IsCalled(reference) || reference.Parent switch
    {
        Keyword { Name: { Text: "key" }, Parent: Call call } => IsCallOf(call, "sorted", "min", "max"),
        Call call => (call.Args[0] == reference && IsCallOf(call, "map", "filter"))
            || (call.Args.Length == 2 && call.Args[1] == reference && IsCallOf(call, "isinstance", "issubclass")),
        _ => false,
    };

    private static bool IsCalled(Name reference) => reference.Parent is Call call && call.Func == reference;

    private bool IsCallOf(Call call, params ReadOnlySpan<string> builtins) =>
        model.IsBuiltin(call.Func) && builtins.Contains(((Name)call.Func).Id);

    private static bool IsDefinition(ImmutableArray<NameBinding> bindings)
    {
        foreach (var binding in bindings)
        {
            if (binding is { BindsValue: true, Value: not Lambda, Kind: not (BindingKind.Function or BindingKind.Class or BindingKind.Import or BindingKind.ImportFrom) })
            {
                return false;
            }
        }

        return true;
    }
}
