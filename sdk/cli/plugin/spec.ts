import type { CommandSpec } from "../arguments/command.ts";
import { HELP_OPTION } from "../arguments/usual-options.ts";

/** `sluice plugin install`. */
export const PLUGIN_INSTALL: CommandSpec = {
  name: "plugin install",
  summary: "Make this command the plugin flux sluice (Flux 2.9 and later)",
  options: {
    force: { type: "flag", description: "Replace the file of that name although something else put it there" },
    ...HELP_OPTION,
  },
  exclusive: [],
  examples: [
    { line: "sluice plugin install", description: "from then on: flux sluice build" },
    { line: "sluice plugin install --force", description: "take the place of another plugin of this name" },
  ],
};

/** `sluice plugin uninstall`. */
export const PLUGIN_UNINSTALL: CommandSpec = {
  name: "plugin uninstall",
  summary: "Take the plugin flux sluice away",
  options: {
    force: { type: "flag", description: "Remove the file of that name although something else put it there" },
    ...HELP_OPTION,
  },
  exclusive: [],
  examples: [{ line: "sluice plugin uninstall", description: "flux sluice is gone, sluice stays" }],
};
