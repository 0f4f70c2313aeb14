import { basename, posix } from "node:path";
import { packageText, tsconfigText } from "./package-text.ts";
import { programText } from "./program-text.ts";
import type { Surroundings } from "./surroundings.ts";
import { githubText, gitlabText, type Workflow } from "./workflow-text.ts";

/** A file that a new fleet needs. Its path starts at the root. */
export interface WantedFile {
  readonly path: string;
  readonly text: string;
  /** Other files that do the same; with one of them there, it is not written. */
  readonly instead?: readonly string[] | undefined;
  /** What to do where the file is there already, and may lack something: the words in it that show that it does not. */
  readonly ifThere?: { readonly needs: RegExp; readonly advice: string } | undefined;
}

/** Says which files a new fleet needs. */
export function wantedFiles(found: Surroundings): readonly WantedFile[] {
  const { path, root, folder, clusters, ci, package: existing } = found;
  const at = (name: string): string => posix.join(path, name);
  const programs = ["fleet.mts", "fleet.js", "fleet.mjs"].map(at);
  const isNew = existing.packages === undefined;
  const hasTypes = isNew || existing.packages.has("typescript");
  const workflow: Workflow = { manager: existing.manager, path, hasTypes };
  return [
    { path: at("package.json"), text: packageText(basename(path === "" ? root : folder)) },
    { path: at("tsconfig.json"), text: tsconfigText() },
    { path: at("fleet.ts"), text: programText(clusters), instead: programs },
    ci === "github"
      ? { path: ".github/workflows/sluice.yml", text: githubText(workflow) }
      : {
          path: ".gitlab-ci.yml",
          text: gitlabText(workflow),
          ifThere: { needs: /\bsluice\b/, advice: `add a job to .gitlab-ci.yml:\n${gitlabText(workflow)}` },
        },
  ];
}
