using System.Reflection;

namespace PyLint.Sharp.Architecture.Tests;

public class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The parser generator is a detail of one folder: exchanging it must not change what other projects were compiled against.</summary>
    [TestCase("PyLint.Sharp.Syntax")]
    [TestCase("PyLint.Sharp.Configuration")]
    public void No_public_signature_mentions_antlr(string assembly) =>
        Assembly.Load(assembly).GetExportedTypes()
            .SelectMany(Signatures)
            .Where(mention => Parts(mention.Type).Any(part => part.Assembly.GetName().Name!.StartsWith("Antlr", StringComparison.Ordinal)))
            .Select(mention => mention.Where)
            .Should().BeEmpty();

    private static IEnumerable<(string Where, Type Type)> Signatures(Type type)
    {
        var inherited = type.GetInterfaces().Append(type.BaseType).OfType<Type>().Concat(Constraints(type.GetGenericArguments()));
        var members = type.GetMembers(Declared).SelectMany(member => Types(member).Select(used => ($"{type}: {member}", used)));
        return inherited.Select(used => (type.ToString(), used)).Concat(members);
    }

    private static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly => [field.FieldType],
        MethodInfo method when IsVisible(method) => Parameters(method).Append(method.ReturnType).Concat(Constraints(method.GetGenericArguments())),
        ConstructorInfo constructor when IsVisible(constructor) => Parameters(constructor),
        _ => [], // properties and events show in their accessors, nested types among the exported types
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    private static IEnumerable<Type> Constraints(IEnumerable<Type> arguments) =>
        arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints());

    /// <summary>A type and what it is made of: the element of an array or reference, the arguments of a generic type.</summary>
    private static IEnumerable<Type> Parts(Type type)
    {
        var inner = type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments();
        return inner.Where(part => part != type).SelectMany(Parts).Append(type);
    }
}
