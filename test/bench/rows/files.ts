import { cdk8s, type FleetTask, plain, sluiceFiles } from "../contestants.ts";
import { type Contestant, compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Row } from "./row.ts";

/** Each object in a file of its own: into an empty folder, and again over what is there. */
export const FILES: Row = {
  name: "files",
  title: "10,000 objects, a file each",
  rounds: 3,
  run: (workspace, rounds) => {
    const task: FleetTask = { objects: 10_000, layout: "files" };
    const contestants = [
      sluiceFiles(workspace, task),
      cdk8s(workspace, task),
      { ...plain(workspace, "js-yaml", task), name: "plain + js-yaml, always rewriting" },
    ].flatMap((contestant) => [fresh(contestant), unchanged(contestant)]);
    return comparison(compete(contestants, rounds, workspace.probe), {
      "Sluice, unchanged": "2/3 of fresh",
      "cdk8s, fresh": "6 to 7x",
      "plain + js-yaml, always rewriting, unchanged": "4.5x Sluice, unchanged",
    });
  },
};

function fresh(contestant: Contestant): Contestant {
  return { ...contestant, name: `${contestant.name}, fresh` };
}

/** Runs right after the fresh one, on what that wrote. */
function unchanged({ name, command, check }: Contestant): Contestant {
  return { name: `${name}, unchanged`, command, check };
}
