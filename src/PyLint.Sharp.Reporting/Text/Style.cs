namespace PyLint.Sharp.Reporting.Text;

/// <summary>What a piece of text is, as far as a reader's theme shows it.</summary>
internal enum Style
{
    Plain,
    Strong,
    Error,
    Warning,
    Info,
    Fault,
    Frame,
    Secondary,
    Removed,
    Added,
}
