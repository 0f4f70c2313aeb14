import { cdk8s, type FleetTask, kosko, plain, sluiceFiles, sluiceStdout } from "../contestants.ts";
import { compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Row } from "./row.ts";

/** All objects in one text: the whole process, checks included. */
function oneFile(objects: number, rounds: number, targets: Readonly<Record<string, string>>): Row {
  return {
    name: `one-file-${objects}`,
    title: `${objects.toLocaleString("en")} objects in one file, whole process`,
    rounds,
    run: (workspace, rounds) => {
      const task: FleetTask = { objects, layout: "one-file" };
      const contestants = [
        sluiceStdout(workspace, task),
        { ...sluiceFiles(workspace, task), name: "Sluice, to disk with its index" },
        cdk8s(workspace, task),
        kosko(workspace, "flux-cd", objects),
        kosko(workspace, "none", objects),
        plain(workspace, "yaml", task),
        plain(workspace, "js-yaml", task),
        plain(workspace, "json", task),
      ];
      return comparison(compete(contestants, rounds, workspace.probe), targets);
    },
  };
}

export const ONE_FILE: readonly Row[] = [
  oneFile(1_000, 9, { cdk8s: "at least 5x", kosko: "at least 3.5x" }),
  oneFile(10_000, 5, {
    Sluice: "100 MiB",
    cdk8s: "at least 10x",
    kosko: "at least 3.75x",
    "JSON.stringify": "at least 0.83x",
  }),
];
