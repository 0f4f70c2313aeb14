import type { CommandSpec } from "../arguments/command.ts";
import { HELP_OPTION } from "../arguments/usual-options.ts";

/** `sluice completion`. */
export const COMPLETION: CommandSpec = {
  name: "completion",
  summary: "Print the script that completes words in a shell",
  argument: {
    name: "shell",
    description: "bash, zsh, fish or powershell",
    isRequired: true,
    choices: ["bash", "zsh", "fish", "powershell"],
  },
  options: { ...HELP_OPTION },
  exclusive: [],
  examples: [
    { line: "sluice completion bash >> ~/.bashrc", description: "complete in every bash from now on" },
    { line: "sluice completion zsh >> ~/.zshrc", description: "in zsh, behind its line with compinit" },
    { line: "sluice completion fish > ~/.config/fish/completions/sluice.fish", description: "in fish" },
    { line: "sluice completion powershell >> $PROFILE", description: "in PowerShell" },
  ],
};
