import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { manifests } from "../programs/manifests.ts";
import { type Contestant, compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import type { Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

/** Of so many documents, one lacks a field. */
const ONE_OF = 20;

/** `sluice check` of YAML in one file, beside what only reads it. The peers that check are written in Go, and are not run here. */
function checkYaml(objects: number, rounds: number, targets: Readonly<Record<string, string>>): Row {
  return {
    name: `check-yaml-${objects}`,
    title: `${objects.toLocaleString("en")} documents of YAML in one file, checked`,
    rounds,
    run: (workspace, rounds) => {
      const clean = write(workspace, "clean.yaml", objects, () => false);
      const wanting = write(workspace, "wanting.yaml", objects, (number) => number % ONE_OF === 0);
      const contestants = [
        { ...sluice(workspace, clean), name: "Sluice" },
        { ...sluice(workspace, wanting), name: `Sluice, ${100 / ONE_OF} % with findings` },
        ...(["js-yaml", "yaml"] as const).map((reader) => read(workspace, reader, clean, objects)),
      ];
      return comparison(compete(contestants, rounds, workspace.probe), targets);
    },
  };
}

export const CHECK_YAML: readonly Row[] = [
  checkYaml(1_000, 9, { Sluice: "0.44 s" }),
  checkYaml(10_000, 5, { Sluice: "2 s", yaml: "11x js-yaml" }),
];

/** Writes the fleet as YAML, some objects without the interval that they need. */
function write({ out }: Workspace, name: string, objects: number, isWanting: (number: number) => boolean): string {
  const file = join(out, name);
  const documents = [...manifests(objects)].map((manifest, number) => {
    const { interval, ...rest } = { interval: undefined, ...manifest.spec };
    return `---\n${emitYaml(isWanting(number) ? { ...manifest, spec: rest } : manifest)}`;
  });
  writeFileSync(file, documents.join(""));
  return file;
}

const REPORT = "check.json";

function sluice({ command, out }: Workspace, file: string): Omit<Contestant, "name"> {
  const wanted = (readFileSync(file, "utf8").match(/^---$/gm)?.length ?? 0) / ONE_OF;
  return {
    command: { args: [command, "check", file, "--output", "json"], cwd: out, stdout: REPORT },
    check: () => {
      // The command's own format.
      const { diagnostics } = JSON.parse(readFileSync(join(out, REPORT), "utf8")) as {
        readonly diagnostics: unknown[];
      };
      const isClean = file.endsWith("clean.yaml");
      return diagnostics.length === (isClean ? 0 : wanted) ? undefined : `${diagnostics.length} findings`;
    },
  };
}

/** A library that reads the documents and looks at nothing. */
function read({ peers }: Workspace, reader: "yaml" | "js-yaml", file: string, objects: number): Contestant {
  return {
    name: reader,
    command: { args: ["read.mjs", file, String(objects)], cwd: peers, env: { BENCH_READER: reader } },
  };
}
