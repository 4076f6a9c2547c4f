using PyLint.Sharp.Semantics.Knowledge;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Flow;

/// <summary>Which context managers end an exception that is raised in their block (Python reference, 3.3.9: a true value from <c>__exit__</c>).</summary>
internal static class KnownContextManagers
{
    public static Answer Swallows(SemanticModel model, Expr contextExpression)
    {
        var maker = contextExpression is Name name ? model.ValueOf(name) : contextExpression;
        if (maker is not Call { Func: var callee })
        {
            return Answer.Unknown;
        }

        // Whatever the class is called: no other has methods of these names.
        if (callee is Attribute { Value: Name { Id: "self" }, Attr.Text: "assertRaises" or "assertRaisesRegex" })
        {
            return Answer.Yes;
        }

        return model.KnownName(callee) switch
        {
            null => Answer.Unknown,
            // What isn't Python's own can't stand in the table of its library.
            "pytest.raises" or "pytest.RaisesGroup" => Answer.Yes,
            var known => StandardLibrary.SwallowsExceptions(known),
        };
    }
}
