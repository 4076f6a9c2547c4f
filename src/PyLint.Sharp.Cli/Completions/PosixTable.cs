using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>The table in the language that bash and zsh share.</summary>
internal static class PosixTable
{
    public static string Verbs(CompletionTable table) => string.Join('|', table.Verbs.Select(verb => verb.Name));

    /// <summary>What tells the value of an option, of which verb and which option; and what tells of a value by its number what is offered.</summary>
    public static string Functions(CompletionTable table) => $$"""
        _pylint_sharp_option() {
            value=
            case "$1 $2" in
        {{OptionValues(table)}}
            esac
        }
        _pylint_sharp_value() {
            offered=() paths= list= separator= behind=
            case $1 in
        {{Values(table)}}
            esac
        }
        """;

    private static string OptionValues(CompletionTable table) => Lines(
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

    private static string Values(CompletionTable table) => Lines(
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
