using PyLint.Sharp.Semantics.Classes;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Nodes;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Semantics.Tests.Classes;

/// <summary>Classes of several files.</summary>
public class SubmissionTests
{
    [TestCase("from base import Base\nclass A(Base): pass", "A, Base, Root, object")]
    [TestCase("import base\nclass A(base.Base): pass", "A, Base, Root, object")]
    [TestCase("import base as b\nclass A(b.Base.Inner): pass", "A, Inner, object")]
    [TestCase("from .base import Base\nclass A(Base): pass", "A, Base, Root, object")]
    [TestCase("from reexport import Renamed\nclass A(Renamed): pass", "A, Base, Root, object")]
    [TestCase("from base import Missing\nclass A(Missing): pass", "unknown")]
    [TestCase("from elsewhere import Base\nclass A(Base): pass", "unknown")]
    [TestCase("from abc import ABC\nclass A(ABC): pass", "A, abc.ABC, object")]
    [TestCase("from circle import Back\nclass Root: pass\nclass A(Back): pass", "A, Back, Root, object")]
    [TestCase("from circle import Round\nclass A(Round): pass", "unknown")]
    public void Bases_are_followed_into_other_files(string code, string order) =>
        Submission.Of(code).Classes.Single(one => one.Name == "A").Linearization.ToString().Should().Be(order);

    /// <summary>The file <c>random.py</c> beside this one is what Python imports.</summary>
    [TestCase("import math\nmath.sqrt()", Answer.No)]
    [TestCase("import random\nrandom.choice()", Answer.Unknown)]
    [TestCase("import random\nrandom.Random().choice()", Answer.Unknown)]
    [TestCase("len()", Answer.No)]
    [TestCase("''.join()", Answer.No)]
    [TestCase("import collections\ncollections.deque().append()", Answer.No)]
    public void Calls_of_the_library_are_bound_unless_a_file_hides_it(string code, Answer fits)
    {
        var model = Submission.Of(code);
        model.BindingOf(model.Tree.Nodes.OfType<Call>().First()).Fits.Should().Be(fits);
    }

    [Test]
    public void Attributes_are_inherited_from_other_files()
    {
        var made = Submission.Of("from base import Base\nclass A(Base): pass").Classes[0];

        made.Find("given").Should().Match<AttributeLookup>(found => found.Exists == Answer.Yes && found.Owner.Name == "Base");
        made.Find("nothing").Exists.Should().Be(Answer.No);
    }

    [Test]
    public void A_file_that_is_looked_at_alone_knows_no_other() =>
        Snippet.Valid("from base import Base\nclass A(Base): pass").Model.Classes[0].Linearization.Exists.Should().Be(Answer.Unknown);

    private sealed class Submission : IModuleResolver
    {
        private readonly Dictionary<string, SemanticModel> models = [];

        public static SemanticModel Of(string main)
        {
            var submission = new Submission();
            submission.Add("base", "class Root: pass\nclass Base(Root):\n    class Inner: pass\n    def __init__(self): self.given = 1");
            submission.Add("random", "def choice(*things): ...\nclass Random:\n    def choice(self, *things): ...");
            submission.Add("reexport", "from base import Base\nRenamed = Base");
            submission.Add("circle", "from main import Root, A\nclass Back(Root): pass\nclass Round(A): pass");
            return submission.Add("main", main);
        }

        public SemanticModel? Find(string name, SemanticModel importer) => models.GetValueOrDefault(name.TrimStart('.'));

        private SemanticModel Add(string name, string code) => models[name] = SemanticModel.Create(SyntaxTree.Parse(SourceText.From(code)), this);
    }
}
