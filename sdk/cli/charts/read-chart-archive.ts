import { Budget } from "./archive/chart-files.ts";
import { chartOfFiles } from "./archive/chart-of-files.ts";
import { unpack } from "./archive/unpack.ts";
import { type ChartRead, invalidChart } from "./chart-read.ts";
import { digestOf } from "./sources/blob-cache.ts";

/**
 * Reads the archive of a chart.
 *
 * @param name What messages call it.
 */
export async function readChartArchive(bytes: Uint8Array, name: string): Promise<ChartRead> {
  const budget = new Budget();
  const unpacked = await unpack(bytes, budget);
  if (unpacked.type === "problem") return invalidChart(name, unpacked);
  const chart = await chartOfFiles(unpacked.files, budget);
  if ("problem" in chart) return invalidChart(name, chart);
  return { type: "read", chart, version: chart.metadata.version, digest: digestOf(bytes) };
}
