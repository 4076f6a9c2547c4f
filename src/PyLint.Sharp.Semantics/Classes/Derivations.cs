namespace PyLint.Sharp.Semantics.Classes;

/// <summary>The classes of a file by those that they derive from, found for all at once: a file may have thousands.</summary>
internal sealed class Derivations
{
    private static readonly List<ClassModel> None = [];

    private readonly Dictionary<ClassReference, List<ClassModel>> derived = [];

    public Derivations(SemanticModel model)
    {
        foreach (var one in model.Classes)
        {
            if (one.Linearization.Exists == Answer.Yes)
            {
                foreach (var ancestor in one.Linearization.Classes)
                {
                    Add(ancestor, one);
                }

                continue;
            }

            foreach (var written in one.Bases)
            {
                Add(written.Class, one);
            }
        }
    }

    /// <summary>The classes whose order holds the class, or that name it as a base where their order isn't known; in source order.</summary>
    public List<ClassModel> Of(ClassReference ancestor) => derived.TryGetValue(ancestor, out var found) ? found : None;

    private void Add(ClassReference ancestor, ClassModel one)
    {
        if (ancestor.Source is null)
        {
            return;
        }

        if (!derived.TryGetValue(ancestor, out var all))
        {
            derived.Add(ancestor, all = []);
        }

        if (all.Count == 0 || all[^1] != one)
        {
            all.Add(one);
        }
    }
}
