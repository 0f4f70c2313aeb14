/** For fish. */
export const FISH: string = String.raw`# fish completion for sluice
function __sluice_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] __complete $words[2..-1] "$current" 2>/dev/null)
    test (count $lines) -gt 0; or return
    set -l directive (string replace -r '^:' '' -- $lines[-1])
    set -e lines[-1]
    switch $directive
        case 8
            for ending in $lines
                __fish_complete_suffix .$ending
            end
        case 16
            printf '%s\n' $lines
            __fish_complete_directories "$current"
        case 0
            printf '%s\n' $lines
            __fish_complete_path "$current"
        case '*'
            printf '%s\n' $lines
    end
end
complete -c sluice -f -a '(__sluice_complete)'
`;
