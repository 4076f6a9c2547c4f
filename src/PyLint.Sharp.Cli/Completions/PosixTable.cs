using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>The table in the language that bash and zsh share.</summary>
internal static class PosixTable
{
    public static string Verbs(CompletionTable table) => string.Join('|', table.Verbs.Select(verb => verb.Name));

    /// <summary>Branches of <c>case "$verb $option" in</c> that set <c>value</c>.</summary>
    public static string OptionValues(CompletionTable table) => Lines(
        from verb in table.Verbs
        from option in verb.Options
        where option.Value is not null
        group $"\"{verb.Name} {option.Name}\"" by option.Value!.Number into sharing
        select $"    {string.Join('|', sharing)}) value={sharing.Key};;");

    /// <summary>Branches of <c>case "$verb $index" in</c> that set <c>value</c>.</summary>
    public static string ArgumentValues(CompletionTable table) => Lines(
        from verb in table.Verbs
        from index in Enumerable.Range(0, verb.Arguments.Count)
        let which = index == verb.Arguments.Count - 1 ? $"\"{verb.Name} \"*" : $"\"{verb.Name} {index}\""
        select $"        {which}) value={verb.Arguments[index].Number};;");

    /// <summary>Branches of <c>case $verb in</c> that set <c>offered</c>.</summary>
    public static string Options(CompletionTable table) => Lines(
        from verb in table.Verbs
        select $"        {verb.Name}) offered=({string.Join(' ', verb.LongOptions)});;");

    /// <summary>Branches of <c>case $value in</c> that set what the value is.</summary>
    public static string Values(CompletionTable table) => Lines(
        from value in table.Values
        let settings = string.Concat(
            value.Words.Count > 0 ? $" offered=({string.Join(' ', value.Words)})" : "",
            value.Paths != PathKind.None ? $" paths={(value.Paths == PathKind.Files ? "files" : "folders")}" : "",
            value.IsList ? " list=1" : "",
            value.Separator is { } separator ? $" separator={separator} behind={value.Behind!.Number}" : "")
        where settings.Length > 0
        select $"    {value.Number}){settings};;");

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
