import { createServer } from "node:http";
import { onTestFinished } from "vitest";
import { chartArchive, chartYaml } from "./chart-archive.ts";

/** A repository of charts on this machine. */
export interface ChartServer {
  readonly url: string;
  /** Adds a version of a chart, or another one in the place of one that is there. */
  readonly publish: (name: string, version: string, files: Readonly<Record<string, string>>) => Promise<void>;
  /** How often something was asked for, by the end of its path. */
  readonly asked: (ending: string) => number;
  readonly close: () => Promise<void>;
}

/** Starts a repository without charts, until the test is over. */
export async function chartServer(): Promise<ChartServer> {
  const archives = new Map<string, Uint8Array>();
  const paths: string[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "").slice(1);
    paths.push(path);
    const found = path === "index.yaml" ? indexOf([...archives.keys()]) : archives.get(path);
    response.statusCode = found === undefined ? 404 : 200;
    response.end(found);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  onTestFinished(close);
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    publish: async (name, version, files) => {
      const archive = await chartArchive({ "Chart.yaml": chartYaml(name, version), ...files }, name);
      archives.set(`${name}-${version}.tgz`, archive);
    },
    asked: (ending) => paths.filter((path) => path.endsWith(ending)).length,
    close,
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
