import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Contestant, compete, median } from "../rounds.ts";
import { milliseconds, table, times } from "../table.ts";
import type { Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

/** What a program pays for importing the package, over what Node takes to start. */
export const IMPORT: Row = {
  name: "import",
  title: "Import of the core, CPU over Node's start",
  rounds: 15,
  run: (workspace, rounds) => {
    const core = pathToFileURL(join(workspace.root, "dist/esm/index.js")).href;
    const contestants = [
      importing(workspace, "nothing", "0"),
      importing(workspace, "Sluice", `import(${JSON.stringify(core)})`),
      ...["yaml", "js-yaml", "cdk8s"].map((name) => importing(workspace, name, `import(${JSON.stringify(name)})`)),
    ];
    const [nothing, ...others] = compete(contestants, rounds, workspace.probe);
    const start = median((nothing?.costs ?? []).map(({ cpu }) => cpu));
    const lines = others.map(({ name, costs }) => {
      const over = median(costs.map(({ cpu }) => cpu)) - start;
      return [name, milliseconds(over), times(over / start), name === "Sluice" ? "10 ms where Node takes 45" : ""];
    });
    return table(["", "CPU over Node's start, ms", "of Node's start", "target"], lines);
  },
};

function importing({ peers }: Workspace, name: string, expression: string): Contestant {
  return { name, command: { args: ["--input-type=module", "--eval", `await ${expression}`], cwd: peers } };
}
