import { compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Row } from "./row.ts";

/** The generated kinds, from their locks to their text, which is compared with the files. */
export const CODEGEN: Row = {
  name: "codegen",
  title: "Codegen: npm run generate",
  rounds: 5,
  run: ({ root, probe }, rounds) => {
    const contestants = [
      { name: "node -e 1", command: { args: ["-e", "1"], cwd: root } },
      { name: "generate --check", command: { args: ["generators/run.mjs", "generate", "--check"], cwd: root } },
    ];
    return comparison(compete(contestants, rounds, probe), { "generate --check": "15x for 19 kinds (1.0 s)" });
  },
};
