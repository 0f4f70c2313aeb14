import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { satisfies } from "../../../charts/version-range.ts";
import type { ChartRead } from "../../charts/chart-read.ts";
import { getChart } from "../../charts/get-chart.ts";
import { readChartArchive } from "../../charts/read-chart-archive.ts";
import { readChartFolder } from "../../charts/read-chart-folder.ts";
import { fetchSchema } from "./fetch-schema.ts";
import type { MakeOptions } from "./make-values.ts";
import type { ValuesRequest } from "./values-request.ts";

/** Where a run gets charts from, and what their schemas refer to. */
export function chartSources({
  root,
  resolutions,
}: Pick<ValuesRequest, "root" | "resolutions">): Pick<MakeOptions, "get" | "satisfies" | "fetchText"> {
  return {
    get: (reference, options) =>
      reference.repository === "."
        ? localChart(join(root, reference.name), reference.name)
        : getChart(reference, options),
    satisfies,
    fetchText: (address) => fetchSchema(address, resolutions),
  };
}

/** A chart of the repository's own, as it is now. */
async function localChart(path: string, name: string): Promise<ChartRead> {
  const isArchive = existsSync(path) && statSync(path).isFile();
  return isArchive ? readChartArchive(readFileSync(path), name) : readChartFolder(path, name);
}
