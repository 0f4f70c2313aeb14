import type { ParsedArguments } from "../arguments/command.ts";
import { BASH } from "./scripts/bash.ts";
import { FISH } from "./scripts/fish.ts";
import { POWERSHELL } from "./scripts/powershell.ts";
import { ZSH } from "./scripts/zsh.ts";

const SCRIPTS: ReadonlyMap<string | undefined, string> = new Map([
  ["bash", BASH],
  ["zsh", ZSH],
  ["fish", FISH],
  ["powershell", POWERSHELL],
]);

/** `sluice completion`: prints the script that lets a shell ask this command how a word may go on. */
export async function completionCommand(args: ParsedArguments): Promise<number> {
  process.stdout.write(SCRIPTS.get(args.argument) ?? "");
  return 0;
}
