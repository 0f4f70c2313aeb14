import { describe, expect, test } from "vitest";
import { readConfig } from "../../../sdk/cli/program/load-config.ts";

const NOTHING = { silence: [], maxWarnings: undefined, output: undefined };

describe("a configuration", () => {
  test.each([
    [{}, NOTHING],
    [{ silence: ["path/missing"] }, { ...NOTHING, silence: ["path/missing"] }],
    [
      { maxWarnings: 0, output: "sarif" },
      { ...NOTHING, maxWarnings: 0, output: "sarif" },
    ],
    [{ silence: undefined, maxWarnings: undefined }, NOTHING],
  ])("%j is read", (exported, config) => {
    expect(readConfig(exported, "sluice.config.ts")).toEqual({ config, diagnostics: [] });
  });

  test.each([
    [undefined, "config/invalid", "its default export is no configuration"],
    [[], "config/invalid", "its default export is no configuration"],
    [{ silenced: [] }, "config/invalid", 'there is no field "silenced"'],
    [{ silence: "path/missing" }, "config/invalid", "silence is no list"],
    [{ silence: ["path/mising"] }, "silence/unknown", 'it silences "path/mising", which is no code'],
    [{ silence: ["toString"] }, "silence/unknown", 'it silences "toString", which is no code'],
    [{ silence: [5] }, "silence/unknown", "it silences 5, which is no code"],
    [{ maxWarnings: -1 }, "config/invalid", "maxWarnings is no number from 0"],
    [{ maxWarnings: "0" }, "config/invalid", "maxWarnings is no number from 0"],
    [{ output: "yaml" }, "config/invalid", 'output is "yaml"'],
  ])("%j is %s: %s", (exported, code, message) => {
    const { config, diagnostics } = readConfig(exported, "sluice.config.ts");
    expect(diagnostics).toMatchObject([{ code, message: `sluice.config.ts: ${message}`, file: "sluice.config.ts" }]);
    expect({ ...NOTHING, ...config }).toEqual(NOTHING);
  });
});
