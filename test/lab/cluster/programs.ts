import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../tools/repository.ts";
import { moduleFolder, outputFolder } from "../build/cache.ts";
import { COMPONENTS, type ModuleName } from "../build/components.ts";
import { customResourceFolder } from "../build/custom-resources.ts";
import { goSettings } from "../build/go.ts";

/** What `npm run lab:build` has built. */
export interface Programs {
  readonly customResources: string;
  /** By name, of all programs: also those that are only built on request. */
  readonly paths: Readonly<Record<string, string>>;
  pathOf(name: string): string;
}

/** Finds what was built from the module files as they are now. */
export function builtPrograms(): Programs {
  const folderOf = (module: ModuleName): string => outputFolder(ROOT, module, goSettings(moduleFolder(ROOT, module)));
  const folders = {
    cluster: folderOf("cluster"),
    helm: folderOf("helm"),
    kwok: folderOf("kwok"),
    pulumi: folderOf("pulumi"),
  };
  const paths = Object.fromEntries(COMPONENTS.map(({ name, module }) => [name, join(folders[module], name)]));
  const pathOf = (name: string): string => {
    const path = paths[name];
    if (path === undefined) throw new Error(`The lab has no program "${name}"`);
    return path;
  };
  const customResources = customResourceFolder(folders.cluster);
  const wanted = COMPONENTS.filter(({ onRequest }) => !onRequest).map(({ name }) => pathOf(name));
  const missing = [...wanted, customResources].filter((path) => !existsSync(path));
  if (missing.length > 0) throw new Error(`The lab is not built (missing: ${missing.join(", ")}): npm run lab:build`);
  return { customResources, paths, pathOf };
}
