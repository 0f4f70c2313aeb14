/** For zsh. It stands in a file of `fpath`, or is read after `compinit`. A `\${` stands for `${`, which here would end the text. */
export const ZSH: string = String.raw`#compdef sluice
_sluice() {
  local -a lines candidates
  local directive line
  lines=("\${(@f)$("\${words[1]}" __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  directive="\${lines[-1]#:}"
  lines=("\${(@)lines[1,-2]}")
  if [[ $directive == 8 ]]; then
    _files -g "*.(\${(j:|:)lines})"
    return
  fi
  for line in "\${(@)lines}"; do
    [[ -z $line ]] && continue
    # A colon in a word would end it.
    line="\${line//:/\\:}"
    candidates+=("\${line/$'\t'/:}")
  done
  (( \${#candidates} )) && _describe -V sluice candidates
  [[ $directive == 0 ]] && _files
  [[ $directive == 16 ]] && _files -/
  return 0
}
if [[ "\${funcstack[1]}" == _sluice ]]; then _sluice; else compdef _sluice sluice; fi
`.replaceAll("\\$", "$");
