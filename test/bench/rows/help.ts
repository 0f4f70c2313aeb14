import { compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Row } from "./row.ts";

/** What a command that does nothing takes. */
export const HELP: Row = {
  name: "help",
  title: "--help and --version",
  rounds: 21,
  run: ({ command, sluice, probe }, rounds) => {
    const contestants = [
      ["-e", "1"],
      [command, "--help"],
      [command, "--version"],
    ].map((args) => ({
      name: args[0] === command ? `sluice ${args[1]}` : "node -e 1",
      command: { args, cwd: sluice },
    }));
    const target = "at most 1.3x";
    return comparison(compete(contestants, rounds, probe), { "sluice --help": target, "sluice --version": target });
  },
};
