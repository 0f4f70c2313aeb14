/** For bash from 3.2 on, the one of macOS. It splits words at `=` and `:`, so they are put together again first. A `\${` stands for `${`, which here would end the text. */
export const BASH: string = String.raw`# bash completion for sluice
_sluice() {
  local IFS=$'\n' line directive=0 current="" word index
  local -a words=() lines=() found=()
  for ((index = 1; index <= COMP_CWORD; index++)); do
    word="\${COMP_WORDS[index]}"
    if [[ \${#words[@]} -gt 0 && ( "$word" == "=" || "$word" == ":" || "\${COMP_WORDS[index - 1]}" == "=" || "\${COMP_WORDS[index - 1]}" == ":" ) ]]; then
      words[\${#words[@]} - 1]+="$word"
    else
      words+=("$word")
    fi
  done
  current="\${words[\${#words[@]} - 1]}"
  while read -r line; do lines+=("$line"); done < <("\${COMP_WORDS[0]}" __complete "\${words[@]}" 2>/dev/null)
  COMPREPLY=()
  [[ \${#lines[@]} -eq 0 ]] && return
  directive="\${lines[\${#lines[@]} - 1]#:}"
  unset "lines[\${#lines[@]} - 1]"
  if [[ $directive -eq 8 ]]; then
    for line in $(compgen -f -- "$current"); do
      for word in "\${lines[@]}"; do [[ "$line" == *."$word" ]] && found+=("$line"); done
    done
    COMPREPLY=("\${found[@]}" $(compgen -d -- "$current"))
    compopt -o filenames 2>/dev/null
    return
  fi
  for line in "\${lines[@]}"; do
    word="\${line%%$'\t'*}"
    # What bash split off before stays where it is.
    [[ "$COMP_WORDBREAKS" == *=* && "$word" == *=* ]] && word="\${word#*=}"
    COMPREPLY+=("$word")
  done
  if [[ $directive -eq 0 ]]; then
    COMPREPLY+=($(compgen -f -- "$current"))
    compopt -o filenames 2>/dev/null
  elif [[ $directive -eq 16 ]]; then
    COMPREPLY+=($(compgen -d -- "$current"))
    compopt -o filenames 2>/dev/null
  fi
}
complete -F _sluice sluice
`.replaceAll("\\$", "$");
