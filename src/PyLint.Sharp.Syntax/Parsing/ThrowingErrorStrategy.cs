using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace PyLint.Sharp.Syntax.Parsing;

/// <summary>Leaves every error to the nearest <c>statement</c> rule, which knows how Python's lines let it go on.</summary>
internal sealed class ThrowingErrorStrategy : DefaultErrorStrategy
{
    public override void Sync(Parser recognizer)
    {
    }

    public override void ReportMatch(Parser recognizer)
    {
    }

    public override void ReportError(Parser recognizer, RecognitionException e)
    {
    }

    public override void Recover(Parser recognizer, RecognitionException e) => throw new ParseCanceledException(e);

    public override IToken RecoverInline(Parser recognizer) => throw new ParseCanceledException(new InputMismatchException(recognizer));
}
