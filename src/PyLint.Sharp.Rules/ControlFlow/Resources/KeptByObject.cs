using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Semantics;
using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.ControlFlow.Resources;

/// <summary>A resource in an attribute of an object that has no means to close it.</summary>
/// <param name="Owner">The class of the object.</param>
/// <param name="Target">The attribute.</param>
internal readonly record struct KeptByObject(ClassDef Owner, Attribute Target)
{
    /// <summary>What an object has that is to be closed, or closes what it holds at its end.</summary>
    private static readonly string[] Closers = ["close", "aclose", "__exit__", "__aexit__", "__del__"];

    /// <summary>To look at all uses of a name from each of thousands of openings would take quadratic time.</summary>
    private const int MostUses = 64;

    private static readonly Remembered<ClassModel, bool> Closing = new(MayClose);
    private static readonly Remembered<SyntaxTree, Dictionary<string, List<Attribute>>> ByName = new(AttributesIn);

    /// <summary>
    /// The attribute of <c>self</c> that gets what a call opens, where the class and all its bases are known, none of them can close, and nothing in the file
    /// closes the attribute, hands it on or gives it another value. Null otherwise.
    /// </summary>
    public static KeptByObject? Of(Call call, SemanticModel model)
    {
        if (call.Parent switch { Assign { Targets: [var one] } => one, AnnAssign annotated => annotated.Target, _ => null } is not Attribute { Value: Name self } target
            || call.Ancestor<FunctionDefinition>() is not { Parent: ClassDef owner } method || !Receiver.Is(self, method, model) || ClosesItself(call, model))
        {
            return null;
        }

        var uses = ByName.Of(model.Tree)[target.Attr.Text];
        if (uses.Count > MostUses || Closing.Of(model.ClassOf(owner)))
        {
            return null;
        }

        foreach (var use in uses)
        {
            if (use != target && !LeavesOpen(use, model))
            {
                return null;
            }
        }

        return new KeptByObject(owner, target);
    }

    /// <summary>A temporary file or folder goes with its object, as the library promises.</summary>
    private static bool ClosesItself(Call call, SemanticModel model) => model.KnownName(call.Func)?.StartsWith("tempfile.", StringComparison.Ordinal) == true;

    private static Dictionary<string, List<Attribute>> AttributesIn(SyntaxTree tree)
    {
        var found = new Dictionary<string, List<Attribute>>(StringComparer.Ordinal);
        foreach (var attribute in tree.All<Attribute>(tree.Root))
        {
            if (!found.TryGetValue(attribute.Attr.Text, out var uses))
            {
                found.Add(attribute.Attr.Text, uses = []);
            }

            uses.Add(attribute);
        }

        return found;
    }

    /// <summary>True for a use that only reads from it or writes to it, for one that puts another open one in its place, and for the <c>None</c> of a constructor.</summary>
    private static bool LeavesOpen(Attribute use, SemanticModel model) => use.Parent switch
    {
        Assign { Value: Call made } when use.Ctx == ExprContext.Store => Opener.Of(made, model) != null,
        Assign { Value: Constant { Value: null } } when use.Ctx == ExprContext.Store => use.Ancestor<FunctionDefinition>() is { Name.Text: "__init__" },
        Attribute { Parent: Call called } method => called.Func == method && !CleanUpWords.Undoes(called) && !Opener.IsCloser(method.Attr.Text),
        Attribute { Ctx: ExprContext.Load } inner => !Opener.IsCloser(inner.Attr.Text),
        ForStatement loop => loop.Iter == use,
        Comprehension or Compare or If or While or BoolOp { Parent: If or While } or UnaryOp or ExprStmt => true,
        _ => ResourceUses.IsReader(use, model),
    };

    /// <summary>True unless it is proven that neither the class nor one of the file that derives from it can close, or looks at its attributes by names which it computes.</summary>
    private static bool MayClose(ClassModel made)
    {
        foreach (var closer in Closers)
        {
            if (made.FindThroughSelf(closer).Exists != Answer.No)
            {
                return true;
            }
        }

        foreach (var node in made.Model.Tree.Subtree(made.Node))
        {
            if (node is Name { Id: "getattr" or "vars" } or Attribute { Attr.Text: "__dict__" })
            {
                return true;
            }
        }

        return false;
    }
}
