using System.Runtime.InteropServices;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Classes;

/// <summary>The attributes of one class while a file's attributes are collected, and after.</summary>
/// <param name="expected">About how many there will be.</param>
internal sealed class ClassMembers(int expected)
{
    private readonly Dictionary<string, ClassAttribute> byName = new(expected, StringComparer.Ordinal);

    public IReadOnlyCollection<ClassAttribute> All => byName.Values;

    public Node? OpenedBy { get; private set; }

    public ClassAttribute? Find(string name) => byName.TryGetValue(name, out var found) ? found : null;

    public void Add(string name, in AttributeBinding binding)
    {
        ref var attribute = ref CollectionsMarshal.GetValueRefOrAddDefault(byName, name, out _);
        attribute ??= new ClassAttribute(name);
        attribute.Add(binding);
    }

    public void Open(Node reason) => OpenedBy ??= reason;
}
