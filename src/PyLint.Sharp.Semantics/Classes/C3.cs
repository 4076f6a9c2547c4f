using System.Collections.Immutable;
using System.Text;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>
/// The C3 linearisation: merges the orders of the bases and the list of bases itself, taking each time the first class that no order
/// wants later. Sources: "The Python 2.3 Method Resolution Order" (docs.python.org/3/howto/mro.html).
/// </summary>
internal sealed class C3
{
    /// <summary>Longer orders belong to no program that anybody reads, and would cost quadratic memory in a chain of classes.</summary>
    public const int Longest = 200;

    private readonly ClassReference made;
    private readonly ImmutableArray<ClassReference> bases;
    private readonly ImmutableArray<ClassReference>[] orders;
    private readonly int[] heads;

    private C3(ClassReference made, ImmutableArray<ClassReference> bases)
    {
        this.made = made;
        this.bases = bases;
        orders = new ImmutableArray<ClassReference>[bases.Length + 1];
        heads = new int[orders.Length];
        for (var i = 0; i < bases.Length; i++)
        {
            orders[i] = bases[i].Linearization.Classes;
        }

        orders[^1] = bases;
    }

    /// <param name="made">The class.</param>
    /// <param name="bases">Its bases, each with an order of its own; <c>object</c> when it names none.</param>
    public static Linearization Merge(ClassReference made, ImmutableArray<ClassReference> bases)
    {
        if (bases is [{ Linearization: { Exists: Answer.Yes, Classes: var inherited } }])
        {
            // Of one order nothing is to be merged.
            return inherited.Length < Longest ? Linearization.Of(inherited.Insert(0, made)) : Linearization.Unknown;
        }

        var merge = new C3(made, bases);
        var result = ImmutableArray.CreateBuilder<ClassReference>();
        result.Add(made);
        while (!merge.IsDone)
        {
            if (merge.Next() is not { } next)
            {
                return Linearization.Refused(merge.Explain());
            }

            result.Add(next);
            if (result.Count > Longest)
            {
                return Linearization.Unknown;
            }

            merge.Take(next);
        }

        return Linearization.Of(result.DrainToImmutable());
    }

    private bool IsDone
    {
        get
        {
            for (var i = 0; i < orders.Length; i++)
            {
                if (heads[i] < orders[i].Length)
                {
                    return false;
                }
            }

            return true;
        }
    }

    private ClassReference? Next()
    {
        for (var i = 0; i < orders.Length; i++)
        {
            if (heads[i] < orders[i].Length && Blocker(orders[i][heads[i]]) < 0)
            {
                return orders[i][heads[i]];
            }
        }

        return null;
    }

    /// <summary>An order that wants the class later than its own next one; -1 when there is none.</summary>
    private int Blocker(ClassReference candidate)
    {
        for (var i = 0; i < orders.Length; i++)
        {
            for (var at = heads[i] + 1; at < orders[i].Length; at++)
            {
                if (orders[i][at] == candidate)
                {
                    return i;
                }
            }
        }

        return -1;
    }

    private void Take(ClassReference taken)
    {
        for (var i = 0; i < orders.Length; i++)
        {
            if (heads[i] < orders[i].Length && orders[i][heads[i]] == taken)
            {
                heads[i]++;
            }
        }
    }

    /// <summary>
    /// Every next class is wanted later by another order, whose own next class is too: who follows these demands comes back to a class
    /// where they were before.
    /// </summary>
    private ClassConflict Explain()
    {
        var demands = ImmutableArray.CreateBuilder<OrderDemand>();
        var current = FirstLeft();
        for (var start = -1; start < 0;)
        {
            var order = Blocker(current);
            var by = order == bases.Length ? made : bases[order];
            demands.Add(new OrderDemand(orders[order][heads[order]], current, by));
            current = demands[^1].First;
            start = IndexOfSecond(demands, current);
            if (start >= 0)
            {
                demands.RemoveRange(0, start);
            }
        }

        demands.Reverse();
        var circle = demands.DrainToImmutable();
        return new ClassConflict(ClassConflictKind.InconsistentOrder, Describe(circle), circle);
    }

    private ClassReference FirstLeft()
    {
        var i = 0;
        while (heads[i] >= orders[i].Length)
        {
            i++;
        }

        return orders[i][heads[i]];
    }

    private static int IndexOfSecond(ImmutableArray<OrderDemand>.Builder demands, ClassReference second)
    {
        for (var i = 0; i < demands.Count; i++)
        {
            if (demands[i].Second == second)
            {
                return i;
            }
        }

        return -1;
    }

    private string Describe(ImmutableArray<OrderDemand> circle)
    {
        var text = new StringBuilder();
        foreach (var demand in circle)
        {
            text.Append(text.Length == 0 ? "" : ", but ").Append(Describe(demand));
        }

        return text.ToString();
    }

    private string Describe(OrderDemand demand)
    {
        if (demand.By == made)
        {
            return $"the bases of {made.Name} put {demand.First.Name} before {demand.Second.Name}";
        }

        return demand.By == demand.First
            ? $"{demand.First.Name} derives from {demand.Second.Name} and must come before it"
            : $"the order of {demand.By.Name} puts {demand.First.Name} before {demand.Second.Name}";
    }
}
