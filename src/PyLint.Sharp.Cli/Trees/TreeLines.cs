using System.Buffers;
using System.Text.Json;
using PyLint.Sharp.Analysis.Notebooks;
using PyLint.Sharp.Cli.Checking;
using PyLint.Sharp.Cli.Files;
using PyLint.Sharp.Cli.Output;
using PyLint.Sharp.Syntax;
using PyLint.Sharp.Syntax.Text;

namespace PyLint.Sharp.Cli.Trees;

/// <summary>Makes the line of a file: what is asked about its tree, or why there is none. One serves all threads.</summary>
/// <param name="input">Where the files are read.</param>
/// <param name="content">What is written of a tree.</param>
internal sealed class TreeLines(InputReader input, TreeContent content)
{
    private const string CannotRead = "PLS001";
    private const string Crashed = "PLS003";
    private const string LimitReached = "PLS004";

    // CPython nests deeper than the writer's usual thousand.
    private static readonly JsonWriterOptions Options = new() { MaxDepth = int.MaxValue, SkipValidation = true, Encoder = LogSafeJson.Encoder };

    /// <summary>Never throws: whatever happens to a file is said in its line.</summary>
    public TreeLine Of(TreePlan plan)
    {
        var (file, options) = (plan.File, new ParseOptions { TargetVersion = plan.Target });
        var text = SourceText.From("", file.ShownPath);
        try
        {
            return input.Read(file, plan.MostBytes) switch
            {
                ({ } bytes, _) when Notebook.IsNotebook(file.ShownPath) => OfNotebook(bytes, file.ShownPath, options),
                ({ } bytes, _) => Of(SourceText.Decode(bytes, file.ShownPath), options),
                (_, { } problem) => Failed(text, CannotRead, $"the file cannot be read: {problem}"),
                _ => Failed(text, LimitReached, $"the file is longer than {FileChecker.SizeOf(plan.MostBytes)}"),
            };
        }
        catch (InsufficientExecutionStackException)
        {
            return Failed(text, LimitReached, "the code is too deeply nested");
        }
        catch (OutOfMemoryException)
        {
            return Failed(text, LimitReached, "the answer is too large to be written");
        }
        catch (Exception exception)
        {
            return Failed(text, Crashed, $"{exception.GetType().Name}: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>The tree of all cells; what is no notebook is told where it is in the file.</summary>
    private TreeLine OfNotebook(byte[] bytes, string path, ParseOptions options) => Notebook.Read(bytes, path) switch
    {
        { Notebook: { } notebook } => Of(notebook.Text, options with { IsInteractive = true }),
        var (file, _, problem) => Line(file, ExitCodes.Findings, writer => WriteErrors(writer, file, [(new SyntaxError(problem!.Span, problem.Message), problem.Descriptor.Code)])),
    };

    private TreeLine Of(SourceText text, ParseOptions options)
    {
        var tree = SyntaxTree.Parse(text, options);
        var syntax = content.Errors(tree).Select(error => (error, Code: "PLS000"));
        var errors = text.EncodingErrors.Select(error => (error, Code: "PLS002")).Concat(syntax).OrderBy(error => error.error.Span.Start).ToList();
        return errors.Count > 0
            ? Line(text, ExitCodes.Findings, writer => WriteErrors(writer, text, errors))
            : Line(text, ExitCodes.Clean, writer => WriteContent(writer, tree));
    }

    private static TreeLine Failed(SourceText text, string code, string message)
    {
        var exitCode = code == LimitReached ? ExitCodes.Findings : ExitCodes.Trouble;
        return Line(text, exitCode, writer => WriteErrors(writer, text, [(new SyntaxError(default, message), code)]));
    }

    private static TreeLine Line(SourceText text, int exitCode, Action<Utf8JsonWriter> writeRest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("path", text.Path);
            writeRest(writer);
            writer.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return new TreeLine(buffer.WrittenMemory, exitCode);
    }

    private void WriteContent(Utf8JsonWriter writer, SyntaxTree tree)
    {
        writer.WritePropertyName(content.Property);
        content.Write(writer, tree);
    }

    private static void WriteErrors(Utf8JsonWriter writer, SourceText text, List<(SyntaxError Error, string Code)> errors)
    {
        writer.WriteStartArray("errors");
        foreach (var (error, code) in errors)
        {
            var (start, end) = (text.PositionOf(error.Span.Start), text.PositionOf(error.Span.End));
            writer.WriteStartObject();
            writer.WriteNumber("line", start.Line);
            writer.WriteNumber("column", start.Column);
            writer.WriteNumber("endLine", end.Line);
            writer.WriteNumber("endColumn", end.Column);
            writer.WriteString("message", error.Message);
            writer.WriteString("code", code);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
