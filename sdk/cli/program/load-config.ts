import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CATALOG, type DiagnosticCode, isDiagnosticCode } from "../../diagnostics/catalog.ts";
import type { SluiceConfig } from "../../diagnostics/config.ts";
import { OUTPUT_FORMATS } from "../../diagnostics/output-format.ts";
import type { LocatedDiagnostic } from "../../diagnostics/resolve-location.ts";
import { shownPath } from "../../places/source-places.ts";
import { outputRootOf } from "./output-root.ts";
import { runProgram } from "./run-program.ts";
import { unwrapCommonJs } from "./unwrap-common-js.ts";

/** What a project's configuration says, and what is wrong with it. */
export interface LoadedConfig {
  readonly config: SluiceConfig;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** The files that it was read from. */
  readonly inputs: readonly string[];
}

const NAMES = ["sluice.config.ts", "sluice.config.mts", "sluice.config.js", "sluice.config.mjs"];

/**
 * Reads the configuration that counts for a program: the nearest of its folder and those above, up to the one that paths usually
 * start at. Where there is none, nothing is loaded.
 *
 * @param round Which time it is that this process reads it.
 */
export async function loadConfig(program: string, round?: number): Promise<LoadedConfig> {
  const file = findConfig(dirname(program), outputRootOf(program));
  if (file === undefined) return { config: {}, diagnostics: [], inputs: [] };
  const ran = await runProgram(file, { name: "sluice:config", round });
  if (ran.type === "failed") return { config: {}, ...ran };
  return { ...readConfig(unwrapCommonJs(ran.exported), shownPath(file)), inputs: ran.inputs };
}

function findConfig(folder: string, last: string): string | undefined {
  const found = NAMES.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (found !== undefined || folder === last || dirname(folder) === folder) return found;
  return findConfig(dirname(folder), last);
}

/** Takes what a configuration exports by default for one. */
export function readConfig(exported: unknown, file: string): Omit<LoadedConfig, "inputs"> {
  const diagnostics: LocatedDiagnostic[] = [];
  const report = (code: DiagnosticCode, message: string, hint: string): void => {
    const { severity } = CATALOG[code];
    diagnostics.push({ code, severity, message: `${file}: ${message}`, hint, file, places: [], relatedPlaces: [] });
  };
  if (typeof exported !== "object" || exported === null || Array.isArray(exported)) {
    report("config/invalid", "its default export is no configuration", "write `export default defineConfig({ … })`");
    return { config: {}, diagnostics };
  }
  const { silence, maxWarnings, output, ...unknown }: Readonly<Record<string, unknown>> = { ...exported };
  for (const field of Object.keys(unknown))
    report("config/invalid", `there is no field ${JSON.stringify(field)}`, "there are silence, maxWarnings and output");
  const codes: DiagnosticCode[] = [];
  const listed: readonly unknown[] = Array.isArray(silence) ? silence : [];
  if (silence !== undefined && !Array.isArray(silence))
    report("config/invalid", "silence is no list", 'write silence: ["path/missing"]');
  for (const code of listed) {
    if (typeof code === "string" && isDiagnosticCode(code)) codes.push(code);
    else
      report(
        "silence/unknown",
        `it silences ${JSON.stringify(code)}, which is no code`,
        'write the code as it stands in the brackets of the warning, like "path/missing"',
      );
  }
  const isCount = typeof maxWarnings === "number" && Number.isInteger(maxWarnings) && maxWarnings >= 0;
  if (maxWarnings !== undefined && !isCount)
    report("config/invalid", "maxWarnings is no number from 0", "write maxWarnings: 0");
  const format = OUTPUT_FORMATS.find((name) => name === output);
  if (output !== undefined && format === undefined)
    report("config/invalid", `output is ${JSON.stringify(output)}`, `write one of ${OUTPUT_FORMATS.join(", ")}`);
  return { config: { silence: codes, maxWarnings: isCount ? maxWarnings : undefined, output: format }, diagnostics };
}
