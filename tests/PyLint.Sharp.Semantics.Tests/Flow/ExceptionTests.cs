using PyLint.Sharp.Semantics.Flow;
using PyLint.Sharp.Syntax.Nodes;

namespace PyLint.Sharp.Semantics.Tests.Flow;

public class ExceptionTests
{
    [TestCase("KeyError", "LookupError", Answer.Yes)]
    [TestCase("KeyError", "KeyError", Answer.Yes)]
    [TestCase("KeyError", "IndexError", Answer.No)]
    [TestCase("KeyboardInterrupt", "Exception", Answer.No)]
    [TestCase("IOError", "OSError", Answer.Yes)]
    [TestCase("OSError", "socket.error", Answer.Yes)]
    [TestCase("ExceptionGroup", "Exception", Answer.Yes)]
    [TestCase("ExceptionGroup", "BaseExceptionGroup", Answer.Yes)]
    [TestCase("json.JSONDecodeError", "ValueError", Answer.Yes)]
    [TestCase("mystery.Error", "Exception", Answer.Unknown)]
    public void Exceptions_derive_as_in_Python(string name, string baseName, Answer expected) =>
        BuiltinExceptions.IsSubclass(name, baseName).Should().Be(expected);

    [TestCase("class E(KeyError): pass", Answer.Yes)]
    [TestCase("class D(KeyError): pass\nclass E(D): pass", Answer.Yes)]
    [TestCase("class E(ValueError): pass", Answer.No)]
    [TestCase("class E(Mixin, KeyError): pass", Answer.Yes)]
    [TestCase("class E(Mixin): pass", Answer.Unknown)]
    [TestCase("class E(E): pass", Answer.Unknown)]
    [TestCase("class E(KeyError): pass\nE = ValueError", Answer.Unknown)]
    public void Classes_of_the_file_derive_through_their_bases(string definition, Answer expected)
    {
        var code = Snippet.Valid($"{definition}\nraise E");
        code.Model.IsExceptionSubclass(code.Single<Raise>().Exc!, "LookupError").Should().Be(expected);
    }

    [TestCase("except", Answer.Yes)]
    [TestCase("except Exception", Answer.Yes)]
    [TestCase("except (TypeError, LookupError)", Answer.Yes)]
    [TestCase("except TypeError", Answer.No)]
    [TestCase("except IndexError", Answer.No)]
    [TestCase("except Mystery", Answer.Unknown)]
    [TestCase("except KNOWN", Answer.Yes)]
    public void A_handler_catches_what_derives_from_its_type(string handler, Answer expected)
    {
        var code = Snippet.Valid($"KNOWN = (KeyError, ValueError)\ntry: pass\n{handler}: pass");
        code.Model.Catches(code.Single<ExceptHandler>().Type, "KeyError").Should().Be(expected);
    }

    [TestCase("1")]
    [TestCase("parameter")]
    [TestCase("len")]
    [TestCase("helper")]
    [TestCase("[1, (parameter, 'a')]")]
    [TestCase("{'a': parameter, **{}}", false)]
    [TestCase("{'a': parameter}")]
    [TestCase("{1, 2}")]
    [TestCase("{parameter}", false)]
    [TestCase("parameter is None")]
    [TestCase("not (parameter is None)")]
    [TestCase("not parameter", false)]
    [TestCase("parameter == 1", false)]
    [TestCase("1 == 2")]
    [TestCase("'a' in ('a', 'b')")]
    [TestCase("parameter in ('a', 'b')", false)]
    [TestCase("f'{1} of {'a'}'")]
    [TestCase("f'{parameter}'", false)]
    [TestCase("1 + 2")]
    [TestCase("1 / 2", false)]
    [TestCase("7 // 2")]
    [TestCase("7 // parameter", false)]
    [TestCase("'a' + 'b'")]
    [TestCase("'a' + 1", false)]
    [TestCase("True and parameter")]
    [TestCase("parameter and True", false)]
    [TestCase("1 if parameter is None else 2")]
    [TestCase("lambda: 1 / 0")]
    [TestCase("lambda a=1/0: a", false)]
    [TestCase("list()")]
    [TestCase("len([1])")]
    [TestCase("len(parameter)", false)]
    [TestCase("parameter.attribute", false)]
    [TestCase("parameter[0]", false)]
    [TestCase("helper()", false)]
    [TestCase("bound")]
    [TestCase("deleted", false)]
    [TestCase("perhaps", false)]
    [TestCase("later", false)]
    [TestCase("undefined", false)]
    [TestCase("module_variable")]
    [TestCase("loop_variable")]
    public void What_raises_nothing_is_known(string expression, bool safe = true)
    {
        var code = Snippet.Valid(
            $"""
            module_variable = 1
            def helper(): pass
            def f(parameter):
                bound = parameter()
                deleted = 1
                del deleted
                if parameter:
                    perhaps = 1
                for loop_variable in parameter:
                    use = ({expression})
                later = 1
            """);
        var value = ((Assign)code.Name("use").Parent!).Value;
        code.Model.CanRaise(value).Should().Be(safe ? Answer.No : Answer.Unknown);
    }
}
