using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Tests.Validation;

/// <summary>`__x` inside `class C` means `_C__x`. Each verdict is CPython 3.14's own.</summary>
[TestFixture]
public sealed class PrivateNameTests
{
    [TestCase("class C:\n def f(self):\n  __x = 1\n  global _C__x\n", "4:10", "`_C__x` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  _C__x = 1\n  global __x\n", "4:10", "`__x` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  print(__x)\n  global _C__x\n", "4:10", "`_C__x` is used before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  global __x\n  _C__x: int\n", "4:3", "`_C__x` is global here and cannot be annotated")]
    [TestCase("class C:\n def f(self):\n  global __x\n  nonlocal _C__x\n", "4:12", "`_C__x` is declared both `global` and `nonlocal`")]
    [TestCase("class C:\n def f(self, __x):\n  global _C__x\n", "3:10", "`_C__x` is a parameter and cannot be global too")]
    [TestCase("class C:\n def f(self, _C__x):\n  global __x\n", "3:10", "`__x` is a parameter and cannot be global too")]
    [TestCase("class C:\n def f(self, __x, _C__x): pass\n", "2:19", "the parameter `_C__x` stands here twice")]
    [TestCase("class C:\n f = lambda __x, _C__x: 1\n", "2:18", "the parameter `_C__x` stands here twice")]
    [TestCase("def f():\n __x = 1\n class C:\n  def g(self):\n   nonlocal __x\n", "5:13", "no function around this one binds `__x`")]
    [TestCase("def f():\n __x = 1\n class C:\n  nonlocal __x\n", "4:12", "no function around this one binds `__x`")]
    [TestCase("def f():\n _C__x = 1\n class C:\n  class D:\n   nonlocal __x\n", "5:13", "no function around this one binds `__x`")]
    [TestCase("class _C:\n def f(self):\n  __x = 1\n  global _C__x\n", "4:10", "`_C__x` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  __x_ = 1\n  global _C__x_\n", "4:10", "`_C__x_` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  ___x = 1\n  global _C___x\n", "4:10", "`_C___x` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def __f(self):\n  pass\n global _C__f\n", "4:9", "`_C__f` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n class __D:\n  pass\n global _C__D\n", "4:9", "`_C__D` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  match a:\n   case __e: pass\n  global _C__e\n", "5:10", "`_C__e` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  [(_C__x := 1) for __x in y]\n", "3:5", "`_C__x` is the comprehension's own variable; `:=` needs another name")]
    [TestCase("class C:\n def f(self):\n  [(__x := 1) for _C__x in y]\n", "3:5", "`__x` is the comprehension's own variable; `:=` needs another name")]
    [TestCase("class C:\n def f[__T, _C__T](self): pass\n", "2:13", "the type parameter `_C__T` stands here twice")]
    [TestCase("class C[__T, _C__T]: pass\n", "1:14", "the type parameter `_C__T` stands here twice")]
    [TestCase("class C[__T]:\n def f(self): nonlocal _C__T\n", "2:24", "`_C__T` is a type parameter and cannot be nonlocal")]
    [TestCase("class C:\n type __A = int\n global _C__A\n", "3:9", "`_C__A` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n type A[__T, _C__T] = int\n", "2:14", "the type parameter `_C__T` stands here twice")]
    [TestCase("class C:\n def f[__T](self):\n  nonlocal _C__T\n", "3:12", "`_C__T` is a type parameter and cannot be nonlocal")]
    [TestCase("class C:\n class D(__y): pass\n global _C__y\n", "3:9", "`_C__y` is used before its `global`; put the declaration first")]
    [TestCase("class C:\n with b as __y: pass\n global _C__y\n", "3:9", "`_C__y` is assigned before its `global`; put the declaration first")]
    [TestCase("class C:\n def f(self):\n  class D:\n   __x = 1\n   global _D__x\n", "5:11", "`_D__x` is assigned before its `global`; put the declaration first")]
    [TestCase("class ___C__:\n def f(self):\n  __x = 1\n  global _C____x\n", "4:10", "`_C____x` is assigned before its `global`; put the declaration first")]
    public void Two_spellings_of_a_name_are_one(string source, string position, string message)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source));

        var error = tree.Errors.Should().ContainSingle().Subject;
        tree.Text.PositionOf(error.Span.Start).ToString().Should().Be(position);
        error.Message.Should().Be(message);
    }

    [TestCase("class C:\n def f(self):\n  __x = 1\n  def g():\n   nonlocal _C__x\n")]
    [TestCase("class C:\n def f(self):\n  _C__x = 1\n  def g():\n   nonlocal __x\n")]
    [TestCase("def f():\n _C__x = 1\n class C:\n  def g(self):\n   nonlocal __x\n")]
    [TestCase("def f():\n _C__x = 1\n class C:\n  nonlocal __x\n")]
    [TestCase("def f():\n _D__x = 1\n class C:\n  class D:\n   nonlocal __x\n")]
    [TestCase("class _:\n def f(self):\n  __x = 1\n  global ___x\n")]
    [TestCase("class _:\n def f(self):\n  __x = 1\n  global ____x\n")]
    [TestCase("class C:\n def f(self):\n  __x__ = 1\n  global _C__x__\n")]
    [TestCase("class C:\n def f(self):\n  __ = 1\n  global _C__\n")]
    [TestCase("class C:\n def f(self):\n  ___ = 1\n  global _C___\n")]
    [TestCase("class C:\n import __a\n global _C__a\n")]
    [TestCase("class C:\n def f(self):\n  import __a.b\n  def g(): nonlocal _C__a\n")]
    [TestCase("class C:\n def f(self):\n  from a import __b\n  def g(): nonlocal _C__b\n")]
    [TestCase("class C:\n def f(self):\n  import a as __b\n  def g(): nonlocal _C__b\n")]
    [TestCase("class C:\n def f(self):\n  match a:\n   case [__e, _C__e]: pass\n")]
    [TestCase("class C:\n def f(self):\n  match a:\n   case A(__e=1, _C__e=2): pass\n")]
    [TestCase("class C:\n f(__e=1, _C__e=2)\n")]
    [TestCase("class C:\n def f(self):\n  [(__x := 1) for y in z]\n  def g(): nonlocal _C__x\n")]
    [TestCase("class C:\n x: __y\n global _C__y\n")]
    [TestCase("class C:\n def f(self, a: __y): pass\n global _C__y\n")]
    [TestCase("class C(__y):\n global _C__y\n")]
    [TestCase("class C:\n class D[T](__y): pass\n global _C__y\n")]
    [TestCase("class C:\n [__y for a in b]\n global _C__y\n")]
    [TestCase("class C:\n def f(self):\n  class D:\n   __x = 1\n   global _C__x\n")]
    [TestCase("class C:\n def f(self): nonlocal __class__\n")]
    [TestCase("class C:\n def f(self):\n  global __x, _C__x\n")]
    [TestCase("class C:\n def f(self):\n  global __debug__\n")]
    [TestCase("class C:\n def f(self):\n  global ___\n")]
    [TestCase("class C:\n lambda: (__x, [_C__x for _C__x in __x])\n global _C__x\n")]
    [TestCase("class C:\n def f(self):\n  global __x\n  import _C__x\n")]
    [TestCase("class C:\n import _C__x\n global __x\n")]
    [TestCase("def f(_C__x):\n class C:\n  def g(self): nonlocal __x\n")]
    [TestCase("class C:\n def f(self):\n  def __g(): pass\n  def h(): nonlocal _C__g\n")]
    [TestCase("class C:\n def f(self):\n  class __G: pass\n  def h(): nonlocal _C__G\n")]
    public void What_CPython_compiles_has_no_error(string source) => SyntaxTree.Parse(SourceText.From(source)).Errors.Should().BeEmpty();
}
