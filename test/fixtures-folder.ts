import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const BESIDE_THE_REPOSITORY = fileURLToPath(new URL("../../shared", import.meta.url));

/**
 * Gives the folder of public material (CRDs, whole repositories, samples of documents) that some tests compare with. It is no
 * part of this repository: it lies beside it as `shared`, or where the variable SLUICE_FIXTURES says. Tests that need it are
 * skipped without it.
 */
export function fixturesFolder(): string | undefined {
  const named = process.env["SLUICE_FIXTURES"];
  if (named !== undefined && !existsSync(named))
    throw new Error(`SLUICE_FIXTURES names "${named}", which does not exist`);
  const folder = named === undefined ? BESIDE_THE_REPOSITORY : resolve(named);
  return existsSync(folder) ? folder : undefined;
}
