import type { Generated } from "../plan-files.ts";

/** The files that `sluice generate values` writes: types, and facts beside them. */
export const VALUES_FILES: Generated = {
  sealer: "generate values",
  endings: [".ts", ".json"],
  codes: {
    edited: "chart/edited-file",
    foreign: "chart/foreign-file",
    notWritten: "chart/not-written",
  },
};
