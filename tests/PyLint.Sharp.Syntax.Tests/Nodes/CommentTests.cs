using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Nodes;

public class CommentTests
{
    /// <summary>Every span of the text, also those without length, against a look at each comment.</summary>
    [TestCase("")]
    [TestCase("x = 1\n")]
    [TestCase("#")]
    [TestCase("# one\nx = 1  # two\n\n#\n# three\ny = 2")]
    public void The_comments_in_a_span_are_those_that_it_meets(string code)
    {
        var tree = SyntaxTree.Parse(SourceText.From(code));
        for (var start = 0; start <= code.Length; start++)
        {
            tree.CommentsBefore(start).Should().Be(tree.Comments.Count(comment => comment.Start < start));
            for (var end = start; end <= code.Length; end++)
            {
                var span = new TextSpan(start, end);
                tree.CommentsIn(span).ToArray().Should().Equal(tree.Comments.Where(comment => span.Overlaps(comment)), $"{span} is asked for");
            }
        }
    }
}
