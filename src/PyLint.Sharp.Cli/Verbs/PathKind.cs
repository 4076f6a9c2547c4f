namespace PyLint.Sharp.Cli.Verbs;

/// <summary>Which paths can stand in a place of the command line.</summary>
internal enum PathKind
{
    None,
    Files,
    Folders,
}
