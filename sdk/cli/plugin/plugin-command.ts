import { join } from "node:path";
import { OWN_PACKAGE } from "../../places/own-package.ts";
import type { ParsedArguments } from "../arguments/command.ts";
import { installPlugin, type PluginOutcome, uninstallPlugin } from "./install.ts";
import { pluginPlace } from "./plugin-file.ts";

/** `sluice plugin install`: makes this copy of Sluice the plugin that `flux sluice` runs. */
export async function installCommand(args: ParsedArguments): Promise<number> {
  const place = pluginPlace(process.env, process.platform);
  const command = join(OWN_PACKAGE, "dist/esm/cli/main.js");
  return print(installPlugin({ place, command, isForced: args.has("force") }));
}

/** `sluice plugin uninstall`. */
export async function uninstallCommand(args: ParsedArguments): Promise<number> {
  return print(uninstallPlugin(pluginPlace(process.env, process.platform), args.has("force")));
}

function print({ isDone, message, hint }: PluginOutcome): number {
  process.stderr.write(`${isDone ? "" : "error: "}${message}\n${hint === undefined ? "" : `  hint: ${hint}\n`}`);
  return isDone ? 0 : 1;
}
