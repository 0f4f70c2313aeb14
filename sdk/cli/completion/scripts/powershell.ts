/** For PowerShell, which drops empty arguments of programs before 7.3 unless they are quoted twice. */
export const POWERSHELL: string = `# PowerShell completion for sluice
Register-ArgumentCompleter -Native -CommandName 'sluice' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursorPosition } | ForEach-Object { "$_" })
    $command = $words[0]
    $before = @($words | Select-Object -Skip 1)
    $current = $wordToComplete
    if ($current -eq '' -and $PSVersionTable.PSVersion -lt [version]'7.3') { $current = '""' }
    $lines = @(& $command '__complete' @before $current 2>$null)
    if ($lines.Count -eq 0) { return }
    $directive = $lines[-1] -replace '^:', ''
    $found = @($lines | Select-Object -SkipLast 1)
    if ($directive -eq '8') {
        Get-ChildItem -Path "$wordToComplete*" | Where-Object { $_.PSIsContainer -or ($found -contains $_.Extension.TrimStart('.')) } |
            ForEach-Object { $path = Resolve-Path -Relative $_.FullName; [System.Management.Automation.CompletionResult]::new($path, $_.Name, 'ProviderItem', $path) }
        return
    }
    foreach ($line in $found) {
        $word, $description = $line -split [char]9, 2
        if (-not $description) { $description = $word }
        [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $description)
    }
    if ($directive -eq '0' -or $directive -eq '16') {
        Get-ChildItem -Path "$wordToComplete*" | Where-Object { $directive -eq '0' -or $_.PSIsContainer } |
            ForEach-Object { $path = Resolve-Path -Relative $_.FullName; [System.Management.Automation.CompletionResult]::new($path, $_.Name, 'ProviderItem', $path) }
    }
}
`;
