using PyLint.Sharp.Semantics;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Rules.Shapes;

/// <summary>
/// How a file speaks of functions by their names. Found in one pass, once a file.
/// </summary>
internal sealed class FileNames
{
    private static readonly Remembered<SemanticModel, FileNames> Known = new(model => new FileNames(model));

    private readonly HashSet<string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> called = new(StringComparer.Ordinal);
    private readonly HashSet<string> spread = new(StringComparer.Ordinal);
    private readonly HashSet<ClassDef> searching = [];

    private FileNames(SemanticModel model)
    {
        foreach (var attribute in model.Tree.All<Attribute>())
        {
            if (!(attribute.Parent is Call call && call.Func == attribute))
            {
                values.Add(attribute.Attr.Text);
            }
        }

        foreach (var constant in model.Tree.All<Constant>())
        {
            // A text with blanks is no name.
            if (constant.StringValue is { } text && !text.Contains(' ', StringComparison.Ordinal) && !IsPublished(constant))
            {
                values.Add(text);
            }
        }

        foreach (var call in model.Tree.All<Call>())
        {
            switch (call.Func)
            {
                case Name function:
                    called.Add(function.Id);
                    NoteSpread(call, function.Id);
                    NoteSearch(call, function, model);
                    break;
                case Attribute method:
                    called.Add(method.Attr.Text);
                    NoteSpread(call, method.Attr.Text);
                    break;
            }
        }
    }

    public static FileNames Of(SemanticModel model) => Known.Of(model);

    /// <summary>True when the file has the name as an attribute that isn't called, or as a text by which it may be looked up.</summary>
    public bool HasAsValue(string name) => values.Contains(name);

    /// <summary>True when the file calls something of that name.</summary>
    public bool HasCallOf(string name) => called.Contains(name);

    /// <summary>True when the file calls something of that name with <c>*arguments</c> or <c>**arguments</c>, whose number or names somebody else decides.</summary>
    public bool HasSpreadCallOf(string name) => spread.Contains(name);

    /// <summary>True when the class finds attributes by names that it makes up: <c>getattr(self, "draw_" + shape)</c>.</summary>
    public bool LooksMethodsUp(ClassDef owner) => searching.Contains(owner);

    private void NoteSpread(Call call, string name)
    {
        foreach (var argument in call.Args)
        {
            if (argument is Starred)
            {
                spread.Add(name);
            }
        }

        foreach (var keyword in call.Keywords)
        {
            if (keyword.Name is null)
            {
                spread.Add(name);
            }
        }
    }

    private void NoteSearch(Call call, Name function, SemanticModel model)
    {
        if (call.Args is [_, not Constant, ..] && model.IsBuiltin(function, "getattr"))
        {
            for (var around = call.Ancestor<ClassDef>(); around != null; around = around.Ancestor<ClassDef>())
            {
                searching.Add(around);
            }
        }
    }

    /// <summary>True for a member of <c>__all__</c>.</summary>
    private static bool IsPublished(Constant text) => text.Parent is List or Tuple && text.Parent.Parent is Assign { Targets: [Name { Id: "__all__" }] };
}
