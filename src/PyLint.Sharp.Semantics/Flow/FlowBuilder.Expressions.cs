using System.Collections.Immutable;
using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Expressions: what they read and bind, in the order in which Python does it, and where they branch.</summary>
internal ref partial struct FlowBuilder
{
    private const int DeepestExpression = 100;

    private void EvaluateAll<T>(ImmutableArray<T> expressions)
        where T : Expr?
    {
        foreach (var expression in expressions)
        {
            Evaluate(expression);
        }
    }

    /// <summary>Evaluates the value of a statement, which may be a call that never comes back.</summary>
    private void EvaluateToEnd(Expr? value)
    {
        Evaluate(value);
        if (value is Call call && oracle.CompletionOf(call) != null)
        {
            GoTo(handler, FlowEdgeKind.Exceptional);
        }
    }

    /// <param name="expression">Nothing is done for null.</param>
    /// <param name="isUpdated">True for the target of an augmented assignment, which is read although it stands where a value is stored.</param>
    private void Evaluate(Expr? expression, bool isUpdated = false)
    {
        if (expression is null)
        {
            return;
        }

        for (var i = expression.Index; i < expression.SubtreeEnd;)
        {
            var node = nodes[i];
            switch (kinds[i])
            {
                case NodeKind.Name when isUpdated || ((Name)node).Ctx == ExprContext.Load:
                    Read((Name)node);
                    i++;
                    break;
                case NodeKind.Constant or NodeKind.Tuple or NodeKind.List or NodeKind.Keyword:
                    i++;
                    break;
                case NodeKind.BoolOp or NodeKind.IfExp or NodeKind.NamedExpr or NodeKind.Lambda
                    or NodeKind.ListComp or NodeKind.SetComp or NodeKind.DictComp or NodeKind.GeneratorExp:
                case NodeKind.Compare when ((Compare)node).Ops.Length > 1:
                    Branch((Expr)node);
                    i = node.SubtreeEnd;
                    break;
                default:
                    MayRaise(node);
                    i++;
                    break;
            }
        }
    }

    private void Read(Name name)
    {
        var symbol = model.SymbolOf(name);
        var variable = variables.NumberOf(symbol);
        if (variable >= 0)
        {
            Emit(isDeferred && symbol!.Scope == scope ? FlowEventKind.DeferredRead : FlowEventKind.Read, name, variable);
        }
        else if (!hasRaisePoint && !isDeferred && !model.IsBuiltin(name))
        {
            MayRaise(name);
        }
    }

    /// <summary>Code that runs later reads variables of ours.</summary>
    private void Deferred(Node code)
    {
        // What is defined in the body of a class doesn't see its variables.
        if (scope.Kind == ScopeKind.Class && code.Parent is not TypeAlias)
        {
            return;
        }

        for (var i = code.Index; i < code.SubtreeEnd; i++)
        {
            if (kinds[i] == NodeKind.Name && model.IsSymbolOf(i, scope) && nodes[i] is Name { Ctx: ExprContext.Load } name)
            {
                Emit(FlowEventKind.DeferredRead, name, variables.NumberOf(model.SymbolAt(i)));
            }
        }
    }

    /// <summary>Stores to or deletes a target.</summary>
    private void Target(Expr target)
    {
        for (var i = target.Index; i < target.SubtreeEnd;)
        {
            var node = nodes[i];
            switch (node)
            {
                case Name name:
                    TargetName(name);
                    i++;
                    break;
                case Tuple or List or Starred:
                    MayRaise(node);
                    i++;
                    break;
                default:
                    Evaluate((Expr)node);
                    MayRaise(node);
                    i = node.SubtreeEnd;
                    break;
            }
        }
    }

    private void TargetName(Name name)
    {
        var variable = variables.NumberOf(model.SymbolOf(name));
        if (variable < 0)
        {
            MayRaise(name);
        }
        else if (name.Ctx == ExprContext.Del)
        {
            Emit(FlowEventKind.Read, name, variable);
            Emit(FlowEventKind.Unbind, name, variable);
        }
        else
        {
            Emit(FlowEventKind.Bind, name, variable);
        }
    }

    /// <summary>Evaluates a condition and goes to one of two blocks, of which the caller starts one next.</summary>
    private void Condition(Expr test, int then, int otherwise)
    {
        while (test is UnaryOp { Op: UnaryOperator.Not } not)
        {
            (then, otherwise) = (otherwise, then);
            test = not.Operand;
        }

        if (test is BoolOp choice && Enter())
        {
            var isAnd = choice.Op == BoolOperator.And;
            for (var i = 0; i < choice.Values.Length - 1; i++)
            {
                var next = NewBlock();
                Condition(choice.Values[i], isAnd ? next : then, isAnd ? otherwise : next);
                Start(next);
            }

            Condition(choice.Values[^1], then, otherwise);
            depth--;
            return;
        }

        Evaluate(test);
        var truth = Constants.Truth(test);
        if (truth == Answer.Unknown)
        {
            MayRaise(test);
            buffers.Blocks[current].Test = test.Index;
        }

        if (truth != Answer.No)
        {
            Link(current, then, FlowEdgeKind.True);
        }

        if (truth != Answer.Yes)
        {
            Link(current, otherwise, FlowEdgeKind.False);
        }
    }

    private bool Enter()
    {
        if (depth == DeepestExpression)
        {
            graph.IsComplete = false;
            return false;
        }

        depth++;
        return true;
    }

    private void Branch(Expr node)
    {
        if (!Enter())
        {
            MayRaise(node);
            return;
        }

        switch (node)
        {
            case BoolOp choice:
                Choose(choice);
                break;
            case IfExp choice:
                Choose(choice);
                break;
            case NamedExpr walrus:
                Evaluate(walrus.Value);
                Target(walrus.Target);
                break;
            case Compare comparison:
                CompareInTurn(comparison);
                break;
            case Lambda lambda:
                EvaluateAll(lambda.Args.Defaults);
                EvaluateAll(lambda.Args.KwDefaults);
                Deferred(lambda.Body);
                break;
            default:
                Comprehend(node);
                break;
        }

        depth--;
    }

    private void Choose(BoolOp choice)
    {
        var after = NewBlock();
        for (var i = 0; i < choice.Values.Length - 1; i++)
        {
            var next = NewBlock();
            var isAnd = choice.Op == BoolOperator.And;
            Condition(choice.Values[i], isAnd ? next : after, isAnd ? after : next);
            Start(next);
        }

        Evaluate(choice.Values[^1]);
        Link(current, after);
        Start(after);
    }

    private void Choose(IfExp choice)
    {
        var (then, otherwise, after) = (NewBlock(), NewBlock(), NewBlock());
        Condition(choice.Test, then, otherwise);
        Start(then);
        Evaluate(choice.Body);
        Link(current, after);
        Start(otherwise);
        Evaluate(choice.OrElse);
        Link(current, after);
        Start(after);
    }

    /// <summary><c>a &lt; b &lt; c</c> evaluates <c>c</c> only when <c>a &lt; b</c>.</summary>
    private void CompareInTurn(Compare comparison)
    {
        var after = NewBlock();
        Evaluate(comparison.Left);
        foreach (var next in comparison.Comparators)
        {
            Evaluate(next);
            MayRaise(comparison);
            Link(current, after);
            Continue();
        }

        Link(current, after);
        Start(after);
    }

    /// <summary>A comprehension runs here and now. Of a generator expression only the first iterable is evaluated now.</summary>
    private void Comprehend(Expr node)
    {
        var (element, value, generators) = Shapes.Comprehension(node);
        if (generators.IsEmpty)
        {
            return;
        }

        var wasDeferred = isDeferred;
        var after = NewBlock();
        var exhausted = after;
        Evaluate(generators[0].Iter);
        MayRaise(node);
        isDeferred |= node.Kind == NodeKind.GeneratorExp;
        for (var i = 0; i < generators.Length; i++)
        {
            exhausted = Generate(generators[i], i > 0, exhausted);
        }

        Evaluate(element);
        Evaluate(value);
        Link(current, exhausted);
        isDeferred = wasDeferred;
        Start(after);
    }

    /// <returns>The block that asks for the next value.</returns>
    private int Generate(Comprehension generator, bool evaluatesIterable, int exhausted)
    {
        if (evaluatesIterable)
        {
            Evaluate(generator.Iter);
            MayRaise(generator);
        }

        Continue();
        var head = current;
        MayRaise(generator);
        var body = NewBlock();
        Link(head, body, FlowEdgeKind.True);
        Link(head, exhausted, FlowEdgeKind.False);
        Start(body);
        Target(generator.Target);
        foreach (var condition in generator.Ifs)
        {
            var next = NewBlock();
            Condition(condition, next, head);
            Start(next);
        }

        return head;
    }
}
