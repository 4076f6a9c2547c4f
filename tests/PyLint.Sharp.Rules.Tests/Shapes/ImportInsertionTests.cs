using PyLint.Sharp.Analysis;
using PyLint.Sharp.Rules.Shapes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Rules.Tests.Shapes;

public class ImportInsertionTests
{
    [TestCase("x = 1", "from m import n\nx = 1", TestName = "At_the_top")]
    [TestCase("\"\"\"Doc.\"\"\"\n\nx = 1", "\"\"\"Doc.\"\"\"\n\nfrom m import n\nx = 1", TestName = "Behind_the_docstring")]
    [TestCase("#!/usr/bin/python3\n# coding: utf-8\nx = 1", "#!/usr/bin/python3\n# coding: utf-8\nfrom m import n\nx = 1", TestName = "Behind_the_first_comments")]
    [TestCase("from __future__ import annotations\nx = 1", "from __future__ import annotations\nfrom m import n\nx = 1", TestName = "Behind_the_future")]
    [TestCase("import b\nimport a\nfrom c import d\nfrom z import y\n\nfrom own import w\nx", "import b\nimport a\nfrom c import d\nfrom m import n\nfrom z import y\n\nfrom own import w\nx", TestName = "In_order_inside_the_first_section")]
    [TestCase("import a  # why\nx", "import a  # why\nfrom m import n\nx", TestName = "Behind_a_comment_at_the_line")]
    [TestCase("import a\r\nx", "import a\r\nfrom m import n\r\nx", TestName = "With_the_line_ends_of_the_file")]
    [TestCase("import a\rx", "import a\rfrom m import n\rx", TestName = "With_the_line_ends_of_an_old_file")]
    [TestCase("from m import n\nx", "from m import n\nx", TestName = "Not_twice")]
    [TestCase("n = 1\nx", null, TestName = "Not_where_the_name_is_taken")]
    [TestCase("from o import n\nx", null, TestName = "Not_where_the_name_comes_from_elsewhere")]
    [TestCase("from m import o as n\nx", null, TestName = "Not_where_the_name_stands_for_another")]
    [TestCase("import a; x = 1", null, TestName = "Not_where_a_statement_follows_on_the_line")]
    public void An_import_goes_where_a_person_would_put_it(string code, string? expected)
    {
        var result = new Analyzer([new Importer()]).Run(SyntaxTree.Parse(SourceText.From($"{code}\nuse")));
        var fix = result.Diagnostics.Single().Fix;
        (fix is null ? null : FixApplier.Apply(result.Tree.Text.Content, [fix]).Text).Should().Be(expected is null ? null : $"{expected}\nn()");
    }

    private sealed class Importer : Rule
    {
        public override RuleDescriptor Descriptor { get; } = new()
        {
            Code = "PLS299",
            Name = "importer",
            Area = SkillArea.ControlFlow,
            Severity = Severity.Info,
            Message = "use it",
            Why = "It is a test.",
            Instead = "Use it.",
            Interview = new("Why?", "Because."),
            FineWhen = "In tests.",
        };

        public override void Register(Registration on) => on.Visit<Name>(static (node, context) =>
        {
            if (node.Id != "use")
            {
                return;
            }

            var finding = context.Report(node.Span);
            List<TextEdit> edits = [new TextEdit(node.Span, "n()")];
            if (ImportInsertion.Add(node, "m", "n", null, context, edits))
            {
                finding.Fix(FixSafety.Safe, "use it", [.. edits]);
            }
        });
    }
}
