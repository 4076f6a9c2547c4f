using PyLint.Sharp.Cli.Verbs;

namespace PyLint.Sharp.Cli.Completions;

/// <summary>Completion for PowerShell.</summary>
internal static class PowerShellScript
{
    public static string Of(CompletionTable table) => $$"""
        # PowerShell completion of pylint-sharp: pylint-sharp completions pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName pylint-sharp -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $verbs = @{
        {{Verbs(table)}}
            }
            $options = @{
        {{Options(table)}}
            }
            $arguments = @{
        {{Arguments(table)}}
            }
            $values = @{
        {{Values(table)}}
            }
            $verb = 'check'
            $value = $null
            $dashes = $false
            $index = 0
            $text = "$wordToComplete"
            $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { $_.Extent.Text })
            for ($i = 0; $i -lt $words.Count; $i++) {
                $word = $words[$i]
                if ($null -ne $value) { $value = $null }
                elseif ($i -eq 0 -and $verbs.ContainsKey($word)) { $verb = $word }
                elseif (-not $dashes -and $word -eq '--') { $dashes = $true }
                elseif (-not $dashes -and $word.StartsWith('-')) { $value = $options["$verb $word"] }
                else { $index++ }
            }
            $prefix = ''
            $offered = @()
            if ($null -eq $value) {
                if (-not $dashes -and $text -match '^(--[^=]*=)(.*)$') {
                    $prefix = $Matches[1]
                    $text = $Matches[2]
                    $value = $options["$verb $($prefix.TrimEnd('='))"]
                }
                elseif (-not $dashes -and $text.StartsWith('-')) { $offered = @($verbs[$verb]) }
                else {
                    $kinds = @($arguments[$verb])
                    $value = $kinds[[Math]::Min($index, $kinds.Count - 1)]
                    if ($words.Count -eq 0) { $offered = @($verbs.Keys | Sort-Object) }
                }
            }
            $kind = if ($null -ne $value) { $values[$value] } else { @{} }
            if ($kind.Separator -and $text.Contains($kind.Separator)) {
                $end = $text.IndexOf($kind.Separator) + 1
                $prefix += $text.Substring(0, $end)
                $text = $text.Substring($end)
                $kind = $values[$kind.Behind]
            }
            if ($kind.List) {
                $end = $text.LastIndexOf(',') + 1
                $prefix += $text.Substring(0, $end)
                $text = $text.Substring($end)
            }
            if ($kind.Words) { $offered += @($kind.Words) }
            $found = @($offered | Where-Object { $_.StartsWith($text, [StringComparison]::OrdinalIgnoreCase) } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new("$prefix$_", $_, 'ParameterValue', $_)
            })
            if ($kind.Paths) {
                $found += @([System.Management.Automation.CompletionCompleters]::CompleteFilename($text) |
                    Where-Object { $kind.Paths -ne 'folders' -or $_.ResultType -eq 'ProviderContainer' } |
                    ForEach-Object { [System.Management.Automation.CompletionResult]::new("$prefix$($_.CompletionText)", $_.ListItemText, $_.ResultType, $_.ToolTip) })
            }
            # Without any result PowerShell would offer files.
            if ($found.Count -gt 0) { $found } else { '' }
        }

        """;

    private static string Verbs(CompletionTable table) => Lines(
        from verb in table.Verbs
        select $"        '{verb.Name}' = {Array(verb.LongOptions)}");

    private static string Options(CompletionTable table) => Lines(
        from verb in table.Verbs
        from option in verb.Options
        where option.Value is not null
        select $"        '{verb.Name} {option.Name}' = {option.Value!.Number}");

    private static string Arguments(CompletionTable table) => Lines(
        from verb in table.Verbs
        select $"        '{verb.Name}' = @({string.Join(", ", verb.Arguments.Select(value => value.Number))})");

    private static string Values(CompletionTable table) => Lines(
        from value in table.Values
        let settings = new[]
        {
            value.Words.Count > 0 ? $"Words = {Array(value.Words)}" : "",
            value.Paths != PathKind.None ? $"Paths = '{(value.Paths == PathKind.Files ? "files" : "folders")}'" : "",
            value.IsList ? "List = $true" : "",
            value.Separator is { } separator ? $"Separator = '{separator}'; Behind = {value.Behind!.Number}" : "",
        }
        select $"        {value.Number} = @{{ {string.Join("; ", settings.Where(setting => setting.Length > 0))} }}");

    private static string Array(IEnumerable<string> words) => $"@({string.Join(", ", words.Select(word => $"'{word}'"))})";

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);
}
