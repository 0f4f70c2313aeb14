import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Contestant, compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

const EMPTY = "export {};\n";
const ONE_KIND = `import { gitRepository } from "sluice";

export const repository = gitRepository("platform", { url: "https://example.com/platform", interval: "1m" });
`;

/** What an editor and `tsc` pay for our types. */
export const TYPES: Row = {
  name: "types",
  title: "tsc of a program with one kind (TypeScript 5.9)",
  rounds: 5,
  run: (workspace, rounds) => {
    const contestants = [checking(workspace, "an empty file", EMPTY), checking(workspace, "one kind", ONE_KIND)];
    return comparison(compete(contestants, rounds, workspace.probe), {
      "one kind": "empty file + 0.2 s",
    });
  },
};

function checking({ root, sluice }: Workspace, name: string, text: string): Contestant {
  const project = name.replaceAll(" ", "-");
  const compilerOptions = { noEmit: true, strict: true, target: "es2022", module: "nodenext", types: [] };
  writeFileSync(join(sluice, `${project}.ts`), text);
  writeFileSync(join(sluice, `${project}.json`), JSON.stringify({ compilerOptions, files: [`${project}.ts`] }));
  const tsc = join(root, "node_modules/ts5.9/lib/tsc.js");
  return { name, command: { args: [tsc, "--project", `${project}.json`], cwd: sluice } };
}
