import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { ChartRead } from "../../../../sdk/cli/charts/chart-read.ts";
import { chartGetter, type GetChart } from "../../../../sdk/cli/charts/get-chart.ts";
import { temporaryFolder, writeFiles } from "../../../tools/project.ts";

/** What the passwords of these tests start with. */
export const PASSWORD = "correct-horse";

/** Somebody with files at home. */
export interface User {
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Gets a chart in a run of its own. */
  readonly get: GetChart;
}

/** Makes a user, with no programs on the path but those in `bin` and what scripts are made of. */
export function user(files: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, string>> = {}): User {
  const home = temporaryFolder();
  writeFiles(home, files);
  for (const path of Object.keys(files)) if (path.startsWith("bin/")) chmodSync(join(home, path), 0o755);
  const environment = { HOME: home, PATH: `${join(home, "bin")}:/usr/bin:/bin`, ...more };
  return {
    home,
    environment,
    get: async (reference, options) => {
      const read = await chartGetter({ root: home, environment })(reference, options);
      expect(JSON.stringify(read), "no password is shown").not.toContain(PASSWORD);
      return read;
    },
  };
}

/** What is said of a chart that could not be got. */
export function findingOf(read: ChartRead): string {
  if (read.type === "read") return `read ${read.version}`;
  return read.diagnostics.map(({ code, message, hint }) => `${code}: ${message} (${hint})`).join("\n");
}
