// Checks HelmReleases again and again in one process, and says how long the first and how long a warm one took, in microseconds.
import process from "node:process";
import { checkObject } from "../../../sdk/compile/check-schema/check-object.ts";
import { helmRelease } from "../../../sdk/kinds/helm-release.gen.ts";
import { manifests } from "./manifests.ts";

const releases = [...manifests(1000)].filter(({ kind }) => kind === "HelmRelease");
const options = { flux: "2.9" } as const;

const start = performance.now();
const found = checkObject(releases[0], helmRelease.definition, options);
const first = (performance.now() - start) * 1000;
if (found.length > 0) throw new Error(JSON.stringify(found));

const rounds: number[] = [];
for (let round = 0; round < 60; round++) {
  const begin = performance.now();
  for (const release of releases) checkObject(release, helmRelease.definition, options);
  rounds.push(((performance.now() - begin) * 1000) / releases.length);
}
process.stdout.write(JSON.stringify({ first, warm: rounds.slice(20).sort((a, b) => a - b)[20] }));
