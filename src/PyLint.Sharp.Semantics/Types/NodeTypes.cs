using PyLint.Sharp.Semantics.Binding;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Types;

/// <summary>The type of each node by a number, since most are of the few types that exist once; see <see cref="NodeNumbers"/>.</summary>
/// <param name="nodeCount">How many nodes.</param>
internal sealed class NodeTypes(int nodeCount)
{
    /// <summary>Counted from 1; 0 for a node that has no type yet.</summary>
    private readonly NodeNumbers numbers = new(nodeCount, nodeCount + PyType.PlainCount);

    /// <summary>By number: the plain types in the order of their kinds, and behind them the others as they come.</summary>
    private PyType[] types = PyType.CopyPlain(PyType.PlainCount * 2);
    private int count = PyType.PlainCount;

    public PyType? this[Node node] => numbers[node.Index] is > 0 and var number ? types[number - 1] : null;

    /// <summary>Joins the type that a node has already with another.</summary>
    public void Add(Node node, PyType type)
    {
        var (number, plain) = (numbers[node.Index], type.PlainNumber);
        if (plain > 0 && (number == 0 || number == plain))
        {
            numbers[node.Index] = plain;
        }
        else
        {
            Join(node, number, type);
        }
    }

    /// <summary>Forgets the types of a node and of all below it.</summary>
    public void Forget(Node node) => numbers.Fill(node.Index, node.SubtreeEnd, 0);

    private void Join(Node node, int number, PyType type)
    {
        type = number == 0 ? type : TypeJoin.Of(types[number - 1], type);
        if (type.PlainNumber > 0)
        {
            numbers[node.Index] = type.PlainNumber;
        }
        else if (number > PyType.PlainCount)
        {
            types[number - 1] = type;
        }
        else
        {
            if (count == types.Length)
            {
                Array.Resize(ref types, count * 2);
            }

            types[count++] = type;
            numbers[node.Index] = count;
        }
    }
}
