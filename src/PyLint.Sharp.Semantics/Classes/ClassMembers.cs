using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>The attributes of one class while a file's attributes are collected, and after.</summary>
internal sealed class ClassMembers
{
    private readonly Dictionary<string, ClassAttribute> byName = new(StringComparer.Ordinal);

    public IReadOnlyCollection<ClassAttribute> All => byName.Values;

    public Node? OpenedBy { get; private set; }

    public ClassAttribute? Find(string name) => byName.GetValueOrDefault(name);

    public void Add(string name, in AttributeBinding binding)
    {
        if (!byName.TryGetValue(name, out var attribute))
        {
            attribute = new ClassAttribute(name);
            byName.Add(name, attribute);
        }

        attribute.Add(binding);
    }

    public void Open(Node reason) => OpenedBy ??= reason;
}
