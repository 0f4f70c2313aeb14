import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { CATALOG } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../places/source-places.ts";
import type { TextProblem } from "../../sops/read-tree.ts";
import { type ReadSopsConfig, readSopsConfig, ruleFor, type SopsRule } from "../../sops/rules.ts";
import { errorCode } from "../disk/error-code.ts";
import type { Environment } from "./read-secret.ts";

/** What `.sops.yaml` says of a file. */
export type FoundRule =
  /** No rule is for it. The configuration that was asked, absolute, if there is one. */
  | { readonly type: "none"; readonly config: string | undefined }
  /** The configuration is wrong, which {@link SopsConfigs.problems} says. */
  | { readonly type: "broken"; readonly config: string }
  | { readonly type: "rule"; readonly config: string; readonly rule: SopsRule };

/** The configurations of SOPS that are for the files of a fleet. */
export interface SopsConfigs {
  /** Finds the rule for a file, by its absolute path. */
  ruleOf(file: string): FoundRule;
  /** What was wrong with the configurations that were asked. */
  problems(): readonly Diagnostic[];
}

const NAME = ".sops.yaml";

/**
 * Reads configurations of SOPS, each once. The nearest one above a file counts, as it does for `sops` in the file's folder; or the one
 * that `SOPS_CONFIG` names, as for `sops` too.
 */
export function sopsConfigs(environment: Environment): SopsConfigs {
  const named = environment["SOPS_CONFIG"];
  const fixed = named ? resolve(named) : undefined;
  const read = new Map<string, ReadSopsConfig>();
  const problems = new Map<string, Diagnostic>();
  const note = (config: string, { message, hint, line }: TextProblem): void => {
    const file = shownPath(config);
    const problem = {
      code: "sops/config",
      severity: CATALOG["sops/config"].severity,
      message: `${file} is nothing that sops takes: ${message}`,
      hint,
      ...(line === undefined ? { file } : { place: { file, line, column: 1 } }),
    } as const;
    problems.set(JSON.stringify([config, line, message]), problem);
  };
  const configAt = (config: string): ReadSopsConfig => {
    const known = read.get(config) ?? readConfig(config);
    read.set(config, known);
    return known;
  };
  return {
    ruleOf: (file) => {
      const config = fixed ?? nearest(dirname(file));
      if (config === undefined) return { type: "none", config };
      const found = configAt(config);
      if (found.type === "invalid") {
        for (const problem of found.problems) note(config, problem);
        return { type: "broken", config };
      }
      const rule = ruleFor(found.config, pathFor(file, config));
      if (rule === undefined) return { type: "none", config };
      if (rule.type === "rule") return { type: "rule", config, rule };
      note(config, rule.problem);
      return { type: "broken", config };
    },
    problems: () => [...problems.values()],
  };
}

/** The path that rules are compared with: from the configuration's folder, or whole where it lies elsewhere. */
function pathFor(file: string, config: string): string {
  const path = relative(dirname(config), file);
  return (path.startsWith("..") ? file : path).split(sep).join("/");
}

/** The configuration of a folder, or of the nearest one above that has one. */
export function nearest(folder: string): string | undefined {
  const file = join(folder, NAME);
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? undefined : nearest(dirname(folder));
}

function readConfig(file: string): ReadSopsConfig {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    const problem = { message: `it cannot be read (${code})`, hint: "make it a file that can be read" };
    return { type: "invalid", problems: [problem] };
  }
  return readSopsConfig(text);
}
