import { existsSync } from "node:fs";
import { join } from "node:path";
import { moduleFolder, outputFolder } from "../../lab/build/cache.ts";
import { BuildError, goSettings } from "../../lab/build/go.ts";
import { ROOT } from "../../tools/repository.ts";

/** What the tests with the engine say where it is missing. */
export const WITHOUT_ENGINE = "the command pulumi is not built: `npm run lab:build -- pulumi`";

/** Finds the command `pulumi` that the lab has built from the module files as they are now. Undefined where it is not. */
export function findPulumi(): string | undefined {
  try {
    const folder = moduleFolder(ROOT, "pulumi");
    const path = join(outputFolder(ROOT, "pulumi", goSettings(folder)), "pulumi");
    return existsSync(path) ? path : undefined;
  } catch (error) {
    // Without Go nothing is built.
    if (error instanceof BuildError) return undefined;
    throw error;
  }
}
