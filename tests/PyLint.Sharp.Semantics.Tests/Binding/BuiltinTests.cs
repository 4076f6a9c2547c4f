namespace PyLint.Sharp.Semantics.Tests.Binding;

public class BuiltinTests
{
    [TestCase("list()", true)]
    [TestCase("def f():\n    return list()", true)]
    [TestCase("class C:\n    def list(self): pass\n    def f(self): return list()", true)]
    [TestCase("global list\nlist()", true)]
    [TestCase("list = 1\nlist()", false)]
    [TestCase("list()\nlist = 1", false)]
    [TestCase("def f(list):\n    return list()", false)]
    [TestCase("def f():\n    global list\n    list = 1\ndef g(): return list()", false)]
    [TestCase("class C:\n    def list(self): pass\n    x = list()", false)]
    [TestCase("from collections import deque as list\nlist()", false)]
    public void A_name_is_the_built_in_unless_the_file_binds_it(string code, bool expected)
    {
        var snippet = Snippet.Valid(code);
        var callee = snippet.Single<Syntax.Nodes.Call>().Func;
        snippet.Model.IsBuiltin(callee, "list").Should().Be(expected);
        snippet.Model.IsBuiltin(callee, "dict").Should().BeFalse();
    }

    [TestCase("from mystery import *", "print", false)]
    [TestCase("from . import *", "print", false)]
    [TestCase("from os import *", "open", false)]
    [TestCase("from os import *", "print", true)]
    [TestCase("from math import *", "pow", false)]
    [TestCase("from math import *", "sum", true)]
    public void A_star_import_hides_the_built_ins_that_it_may_replace(string import, string name, bool expected)
    {
        var snippet = Snippet.Valid($"{import}\n{name}");
        snippet.Model.IsBuiltin(snippet.Name(name), name).Should().Be(expected);
    }

    [Test]
    public void Keywords_and_modules_are_no_built_ins()
    {
        var snippet = Snippet.Valid("os, undefined");
        snippet.Model.IsBuiltin(snippet.Name("os")).Should().BeFalse();
        snippet.Model.IsBuiltin(snippet.Name("undefined")).Should().BeFalse();
    }
}
