import { chartArchive, chartYaml } from "./chart-archive.ts";
import { serve } from "./chart-servers.ts";

/** A repository of charts on this machine. */
export interface ChartRepository {
  readonly url: string;
  /** Adds a version of a chart, or another one in the place of one that is there. */
  readonly publish: (name: string, version: string, files: Readonly<Record<string, string>>) => Promise<void>;
  /** How often something was asked for, by the end of its path. */
  readonly asked: (ending: string) => number;
  readonly close: () => Promise<void>;
}

/** Starts a repository without charts, until the test is over. */
export async function chartRepository(): Promise<ChartRepository> {
  const archives = new Map<string, Uint8Array>();
  const server = await serve(({ path }) => {
    const body = path === "/index.yaml" ? indexOf([...archives.keys()]) : archives.get(path.slice(1));
    return body === undefined ? undefined : { body };
  });
  return {
    url: server.url,
    publish: async (name, version, files) => {
      const archive = await chartArchive({ "Chart.yaml": chartYaml(name, version), ...files }, name);
      archives.set(`${name}-${version}.tgz`, archive);
    },
    asked: (ending) => server.asked.filter(({ path }) => path.endsWith(ending)).length,
    close: () => server.close(),
  };
}

function indexOf(archives: readonly string[]): string {
  const entries: Record<string, object[]> = {};
  for (const archive of archives) {
    const [, name = "", version = ""] = /^(.+?)-(\d.*)\.tgz$/.exec(archive) ?? [];
    entries[name] = [...(entries[name] ?? []), { apiVersion: "v2", name, version, urls: [archive] }];
  }
  return JSON.stringify({ apiVersion: "v1", entries });
}
