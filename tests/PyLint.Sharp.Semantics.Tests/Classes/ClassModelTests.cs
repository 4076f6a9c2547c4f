using PyLint.Sharp.Semantics.Classes;

namespace PyLint.Sharp.Semantics.Tests.Classes;

public class ClassModelTests
{
    [Test]
    public void Methods_have_their_kinds()
    {
        var made = ClassOf(
            """
            import functools
            class A:
                def f(self): pass
                @classmethod
                def c(cls): pass
                @staticmethod
                def s(): pass
                @property
                def p(self): pass
                @p.setter
                def p(self, value): pass
                @functools.cached_property
                def q(self): pass
                @unknown
                def u(self): pass
                def __new__(cls): pass
                def __init_subclass__(cls): pass
            """);

        made.Methods.Select(method => $"{method.Name} {method.Kind}").Should().Equal(
            "f Instance", "c Class", "s Static", "p Property", "p Setter", "q CachedProperty", "u Unknown", "__new__ Static", "__init_subclass__ Class");
    }

    [Test]
    public void Properties_know_their_setters()
    {
        var made = ClassOf(
            """
            class A:
                @property
                def both(self): pass
                @both.setter
                def both(self, value): pass
                @property
                def read(self): pass
                old = property(read, fset=both)
                def method(self): pass
            """);

        made.Property("both")!.Value.HasSetter.Should().Be(Answer.Yes);
        made.Property("read")!.Value.HasSetter.Should().Be(Answer.No);
        made.Property("old")!.Value.HasSetter.Should().Be(Answer.Yes);
        made.Property("old")!.Value.HasDeleter.Should().Be(Answer.No);
        made.Property("method").Should().BeNull();
        made.Property("none").Should().BeNull();
    }

    [Test]
    public void A_dataclass_tells_its_options_and_fields()
    {
        var made = ClassOf(
            """
            from dataclasses import dataclass, field, InitVar
            from typing import ClassVar
            @dataclass(frozen=True, order=unknown, slots=True)
            class A:
                x: int
                y: list = field(default_factory=list, repr=False)
                z: InitVar[int] = 3
                k: ClassVar[int] = 4
                n: int = field(init=False, default=1)
                no_field = 5
            """).Dataclass!;

        made.Should().BeEquivalentTo(new { Frozen = Answer.Yes, Order = Answer.Unknown, Slots = Answer.Yes, Eq = Answer.Yes, IsComplete = true });
        made.OwnFields.Select(field => $"{field.Name} {field.Kind} {field.IsParameter} {field.HasDefault}").Should().Equal(
            "x Field True False", "y Field True True", "z InitVariable True True", "k ClassVariable False False", "n Field False True");
    }

    [TestCase("@dataclass(**options)\nclass A:\n    x: int")]
    [TestCase("@dataclass\nclass A:\n    if x:\n        x: int")]
    [TestCase("@dataclass\nclass A:\n    x: 'ClassVar[int]'")]
    [TestCase("@dataclass\nclass A:\n    x: int = unknown()")]
    [TestCase("@dataclass\nclass A:\n    x: int\n    x = 1")]
    public void A_dataclass_that_leaves_doubts_says_so(string code) => ClassOf("from dataclasses import dataclass\n" + code).Dataclass!.IsComplete.Should().BeFalse();

    [Test]
    public void A_class_without_the_decorator_is_no_dataclass() => ClassOf("@other\nclass A: x: int").Dataclass.Should().BeNull();

    [TestCase("__slots__ = 'a'", Answer.Yes, "a", false)]
    [TestCase("__slots__ = ('a', 'b', '__dict__')", Answer.Yes, "a b", true)]
    [TestCase("__slots__ = ()", Answer.Yes, "", false)]
    [TestCase("__slots__ = names", Answer.Unknown, "", true)]
    [TestCase("__slots__ = ['a']; del __slots__", Answer.Unknown, "", true)]
    [TestCase("pass", Answer.No, "", true)]
    public void Slots_are_read(string body, Answer areDefined, string names, bool leaveDict)
    {
        var slots = ClassOf($"class A:\n    {body}").Slots;

        (slots.AreDefined, string.Join(' ', slots.Names), slots.LeaveDict).Should().Be((areDefined, names, leaveDict));
    }

    [TestCase("class A(Enum): pass", Answer.Yes, Answer.No)]
    [TestCase("class A(IntEnum): pass", Answer.Yes, Answer.No)]
    [TestCase("class A(Protocol): pass", Answer.No, Answer.Yes)]
    [TestCase("class B(Protocol): pass\nclass A(B): pass", Answer.No, Answer.No)]
    [TestCase("class A(Other): pass", Answer.Unknown, Answer.Unknown)]
    public void Enumerations_and_protocols_are_told(string code, Answer isEnum, Answer isProtocol)
    {
        var made = ClassOf("from enum import Enum, IntEnum\nfrom typing import Protocol\nfrom x import Other\n" + code);

        (made.IsEnum, made.IsProtocol).Should().Be((isEnum, isProtocol));
    }

    [TestCase("class A: pass", Answer.Yes)]
    [TestCase("class A(ABC):\n    @abstractmethod\n    def f(self): pass", Answer.No)]
    [TestCase("class A:\n    @abstractmethod\n    def f(self): pass", Answer.Yes)]
    [TestCase("class A(Protocol): pass", Answer.No)]
    [TestCase("class A(ABC):\n    @abstractmethod\n    def f(self): pass\n    def __new__(cls): pass", Answer.Unknown)]
    [TestCase("class A(Unknown, ABC): pass", Answer.Unknown)]
    public void Abstract_classes_cannot_be_instantiated(string code, Answer answer) =>
        ClassOf("from abc import ABC, abstractmethod\nfrom typing import Protocol\n" + code).CanBeInstantiated.Should().Be(answer);

    [Test]
    public void Metaclasses_are_followed()
    {
        var code = "from abc import ABC\nclass M(type): pass\nclass A(metaclass=M): pass\nclass B(A): pass\nclass C(ABC): pass\nclass D(A, C): pass";

        ClassOf(code, "B").Metaclass.Name.Should().Be("M");
        ClassOf(code, "C").Metaclass.Name.Should().Be("abc.ABCMeta");
        ClassOf(code, "D").Linearization.Conflict!.Kind.Should().Be(ClassConflictKind.MetaclassConflict);
    }

    [Test]
    public void Contradicting_orders_are_told_as_a_circle()
    {
        var conflict = ClassOf("class A: pass\nclass B: pass\nclass X(A, B): pass\nclass Y(B, A): pass\nclass Z(X, Y): pass", "Z").Linearization.Conflict!;

        conflict.Kind.Should().Be(ClassConflictKind.InconsistentOrder);
        conflict.Orders.Select(order => $"{order.By}: {order.First} {order.Second}").Should().BeEquivalentTo("X: A B", "Y: B A");
    }

    [Test]
    public void Classes_that_derive_from_each_other_are_unknown()
    {
        const string code = "def f():\n    class A(B): pass\ndef g():\n    pass\nclass B(C): pass\nclass C(B): pass";

        foreach (var name in new[] { "A", "B", "C" })
        {
            ClassOf(code, name).Linearization.Exists.Should().Be(Answer.Unknown);
        }
    }

    [Test]
    public void A_long_chain_of_classes_needs_no_deep_stack()
    {
        var code = "class C0: pass\n" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"class C{i}(C{i - 1}): pass\n"));
        var model = Snippet.Valid(code).Model;

        model.Classes[^1].Linearization.Exists.Should().Be(Answer.Unknown);
        model.Classes[100].Mro.Should().HaveCount(102);
    }

    [Test]
    public void Subclasses_of_the_file_are_found()
    {
        var model = Snippet.Valid("class A: pass\nclass B(A): pass\nclass C(B): pass\nclass D(A, other): pass\nclass E: pass").Model;

        model.Classes[0].Subclasses.Select(one => one.Name).Should().Equal("B", "C", "D");
    }

    [Test]
    public void A_method_may_serve_a_derived_class()
    {
        var made = ClassOf("class A:\n    def f(self): return self.x\nclass B(A):\n    x = 1");

        made.Find("x").Exists.Should().Be(Answer.No);
        made.FindThroughSelf("x").Exists.Should().Be(Answer.Unknown);
        made.FindThroughSelf("y").Exists.Should().Be(Answer.No);
        made.FindThroughSelf("f").Exists.Should().Be(Answer.Yes);
    }

    private static ClassModel ClassOf(string code, string name = "A")
    {
        var snippet = Snippet.Valid(code);
        return snippet.Model.ClassOf(snippet.Class(name));
    }
}
