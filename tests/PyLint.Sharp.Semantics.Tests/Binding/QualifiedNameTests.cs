namespace PyLint.Sharp.Semantics.Tests.Binding;

public class QualifiedNameTests
{
    [TestCase("import os", "os.path.join", "os.path.join")]
    [TestCase("import os.path", "os.path.join", "os.path.join")]
    [TestCase("import os, os.path", "os.path.join", "os.path.join")]
    [TestCase("import os.path as p", "p.join", "os.path.join")]
    [TestCase("from os import path", "path.join", "os.path.join")]
    [TestCase("from os.path import join as j", "j", "os.path.join")]
    [TestCase("from .tools import join", "join", ".tools.join")]
    [TestCase("from .. import tools", "tools.join", "..tools.join")]
    [TestCase("try:\n    import json\nexcept ImportError:\n    import json", "json.dumps", "json.dumps")]
    [TestCase("import os\ndel os", "os.sep", "os.sep")]
    public void An_import_gives_an_expression_its_full_name(string import, string expression, string expected)
    {
        var code = Snippet.Valid($"{import}\n({expression})");
        code.Model.QualifiedName(code.Expr(expression, -1)).Should().Be(expected);
    }

    [TestCase("import os\nos = 1", "os.sep")]
    [TestCase("try:\n    import cPickle as pickle\nexcept ImportError:\n    import pickle", "pickle.dumps")]
    [TestCase("try:\n    import yaml\nexcept ImportError:\n    yaml = None", "yaml.load")]
    [TestCase("import os", "os().path")]
    [TestCase("os = 1", "os.path")]
    [TestCase("pass", "open")]
    public void Without_proof_there_is_no_name(string before, string expression)
    {
        var code = Snippet.Valid($"{before}\n({expression})");
        code.Model.QualifiedName(code.Expr(expression, -1)).Should().BeNull();
    }

    [TestCase("pass", "open", "open")]
    [TestCase("import builtins", "builtins.open", "open")]
    [TestCase("from io import open", "open", "io.open")]
    [TestCase("def open(): pass", "open", null)]
    public void The_known_name_covers_built_ins_and_imports(string before, string expression, string? expected)
    {
        var code = Snippet.Valid($"{before}\n({expression})");
        code.Model.KnownName(code.Expr(expression, -1)).Should().Be(expected);
    }
}
