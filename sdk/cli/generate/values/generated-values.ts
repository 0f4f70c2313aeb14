import type { Generated } from "../plan-files.ts";

/** The files that `sluice generate values` writes: types, and facts beside them. */
export const VALUES_FILES: Generated = {
  sealer: "generate values",
  endings: [".ts", ".json"],
  codes: {
    drift: "chart/drift",
    edited: "chart/edited-file",
    foreign: "chart/foreign-file",
    notWritten: "chart/not-written",
  },
  outdated: "is not what its chart gives",
  orphaned: "is of a chart that nothing installs",
};
