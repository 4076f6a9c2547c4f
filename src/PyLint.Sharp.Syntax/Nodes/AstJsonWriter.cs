using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Syntax.Nodes;

/// <summary>
/// Writes a tree as Python's <c>ast</c> module shows it: fields under their names in the order of <c>_fields</c>, then
/// <c>lineno</c>, <c>col_offset</c>, <c>end_lineno</c>, <c>end_col_offset</c>. Lines count from 1, columns are UTF-8 bytes from 0.
/// </summary>
public sealed class AstJsonWriter : IFieldVisitor
{
    private readonly Utf8JsonWriter output;
    private readonly SourceText text;
    private readonly Utf8Columns columns;

    private AstJsonWriter(Utf8JsonWriter output, SourceText text)
    {
        this.output = output;
        this.text = text;
        columns = new Utf8Columns(text);
    }

    /// <summary>Writes the tree as one JSON object.</summary>
    /// <exception cref="InsufficientExecutionStackException">The tree is nested too deeply for the stack of this thread.</exception>
    public static void Write(Utf8JsonWriter output, SyntaxTree tree)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(tree);
        new AstJsonWriter(output, tree.Text).Write(tree.Root);
    }

    void IFieldVisitor.Field(string name, Node? value)
    {
        output.WritePropertyName(name);
        Write(value);
    }

    void IFieldVisitor.Field<T>(string name, ImmutableArray<T> values)
    {
        output.WriteStartArray(name);
        foreach (var value in values)
        {
            Write(value);
        }

        output.WriteEndArray();
    }

    void IFieldVisitor.Field(string name, Identifier? value) => output.WriteString(name, value?.Text);

    void IFieldVisitor.Field(string name, ImmutableArray<Identifier> values)
    {
        output.WriteStartArray(name);
        foreach (var value in values)
        {
            output.WriteStringValue(value.Text);
        }

        output.WriteEndArray();
    }

    void IFieldVisitor.Field(string name, string? value) => output.WriteString(name, value);

    void IFieldVisitor.Field(string name, int value) => output.WriteNumber(name, value);

    void IFieldVisitor.Field(string name, bool value) => output.WriteNumber(name, value ? 1 : 0);

    void IFieldVisitor.Constant(string name, object? value)
    {
        if (value is string text && name == "str")
        {
            WriteText(name, text);
            return;
        }

        output.WriteStartObject(name);
        WriteConstant(value);
        output.WriteEndObject();
    }

    void IFieldVisitor.Operator(string name, Enum value)
    {
        output.WritePropertyName(name);
        WriteOperator(value);
    }

    void IFieldVisitor.Operators(string name, ImmutableArray<CompareOperator> values)
    {
        output.WriteStartArray(name);
        foreach (var value in values)
        {
            WriteOperator(value);
        }

        output.WriteEndArray();
    }

    private void Write(Node? node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is null)
        {
            output.WriteNullValue();
            return;
        }

        output.WriteStartObject();
        output.WriteString("node", node.Kind.PythonName());
        if (node is Constant constant)
        {
            WriteConstant(constant.Value);
        }
        else
        {
            node.VisitFields(this);
        }

        WritePositions(node);
        output.WriteEndObject();
    }

    private void WriteOperator(Enum value)
    {
        output.WriteStartObject();
        output.WriteString("node", value.ToString());
        output.WriteEndObject();
    }

    private void WriteConstant(object? value)
    {
        var (kind, shown) = value switch
        {
            null => ("None", null),
            Ellipsis => ("Ellipsis", null),
            bool flag => ("bool", flag ? "True" : "False"),
            BigInteger integer => ("int", "0x" + Hexadecimal(integer)),
            double number => ("float", PythonRepr.Float(number)),
            Complex number => ("complex", PythonRepr.Float(number.Imaginary)),
            byte[] bytes => ("bytes", Convert.ToHexStringLower(bytes)),
            _ => ("str", (string)value),
        };
        output.WriteString("kind", kind);
        if (shown != null)
        {
            WriteText("value", shown);
        }
    }

    private static string Hexadecimal(BigInteger value) =>
        value.IsZero ? "0" : value.ToString("x", CultureInfo.InvariantCulture).TrimStart('0');

    private void WritePositions(Node node)
    {
        if (node is Module or Arguments or Comprehension or WithItem or MatchCase)
        {
            return;
        }

        // Python's definitions start behind their decorators.
        var start = node switch
        {
            FunctionDefinition function => function.HeaderStart,
            ClassDef definition => definition.HeaderStart,
            _ => node.Span.Start,
        };
        WritePosition("lineno", "col_offset", start);
        WritePosition("end_lineno", "end_col_offset", node.Span.End);
    }

    private void WritePosition(string line, string column, int offset)
    {
        var number = text.LineOf(offset);
        output.WriteNumber(line, number);
        output.WriteNumber(column, columns.Of(number, offset));
    }

    /// <summary>Python strings may hold lone surrogates, which the JSON writer would replace.</summary>
    private void WriteText(string name, string value)
    {
        output.WritePropertyName(name);
        var escaped = new StringBuilder(value.Length + 2).Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            // Two such marks begin what a build server obeys wherever in its log it finds it.
            var (c, beginsOrder) = (value[i], value[i] == '#' && i + 1 < value.Length && value[i + 1] == '#');
            if (c is '"' or '\\')
            {
                escaped.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~' && !beginsOrder)
            {
                escaped.Append(c);
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        output.WriteRawValue(escaped.Append('"').ToString(), skipInputValidation: true);
    }
}
