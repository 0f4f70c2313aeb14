import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crdOfLockFile } from "../../tools/crd-of-lock.ts";
import { type Contestant, compete } from "../rounds.ts";
import { comparison } from "../table.ts";
import { emptyFolder, type Workspace } from "../workspace.ts";
import type { Row } from "./row.ts";

const RELEASES = ["flux-2.9", "flux-operator-0.58"];

/** Types for the CRDs of Flux and its operator, from their files. Every contestant starts its own command. */
export const GENERATE_CRD: Row = {
  name: "generate-crd",
  title: "Types from 19 CRDs",
  rounds: 5,
  run: (workspace, rounds) => {
    const files = writeCrds(workspace);
    return comparison(
      compete(
        [sluice(workspace, files), cdk8sImport(workspace, files), crdGenerate(workspace, files)],
        rounds,
        workspace.probe,
      ),
      { Sluice: "1.0 s where cdk8s takes 1.4", "cdk8s import": "1.4x", "crd-generate": "4.5x" },
    );
  },
};

/** Writes every CRD to a file of its own, as their authors publish them. */
function writeCrds({ root, peers }: Workspace): readonly string[] {
  const folder = join(peers, "crds");
  mkdirSync(folder, { recursive: true });
  return RELEASES.flatMap((release) => {
    const locks = join(root, "generators/crds", release);
    return readdirSync(locks).map((name) => {
      const file = join(folder, name);
      writeFileSync(file, JSON.stringify(crdOfLockFile(join(locks, name))));
      return file;
    });
  });
}

function sluice({ command, peers, out }: Workspace, files: readonly string[]): Contestant {
  return {
    name: "Sluice",
    command: { args: [command, "generate", "crd", ...files, "--out", join(out, "kinds")], cwd: peers },
    prepare: () => emptyFolder(out),
    check: () => hasFiles(join(out, "kinds"), files.length),
  };
}

function cdk8sImport({ peers, out }: Workspace, files: readonly string[]): Contestant {
  const args = [
    "node_modules/cdk8s-cli/bin/cdk8s",
    "import",
    ...files,
    "--language",
    "typescript",
    "--no-save",
    "--output",
    out,
  ];
  return {
    name: "cdk8s import",
    command: { args, cwd: peers },
    prepare: () => emptyFolder(out),
    check: () => hasFiles(out, 1),
  };
}

function crdGenerate({ peers, out }: Workspace, files: readonly string[]): Contestant {
  const inputs = files.flatMap((file) => ["--input", file]);
  const args = ["node_modules/@kubernetes-models/crd-generate/bin/crd-generate.js", ...inputs, "--output", out];
  return {
    name: "crd-generate",
    command: { args, cwd: peers },
    prepare: () => emptyFolder(out),
    check: () => hasFiles(out, files.length),
  };
}

function hasFiles(folder: string, count: number): string | undefined {
  const files = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith(".ts"));
  return files.length >= count ? undefined : `${files.length} files were written, and ${count} are needed`;
}
