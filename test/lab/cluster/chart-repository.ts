import { bodyOf, type Service, sendJson } from "./http-server.ts";
import { digestOf } from "./registry.ts";

/** Helm repositories under `/charts/REPOSITORY`: charts are put there as `NAME/VERSION.tgz`, and the index lists them. */
export function chartRepositories(): Service {
  const charts = new Map<string, Buffer>();
  return {
    prefix: "/charts",
    answer: async (request, response, path) => {
      if (request.method === "PUT") {
        charts.set(path, await bodyOf(request));
        response.writeHead(201).end();
        return;
      }
      const [repository = "", file] = path.split("/");
      // JSON is YAML.
      if (file === "index.yaml") return sendJson(response, indexOf(repository, charts), 200, "application/yaml");
      const chart = charts.get(path);
      if (chart === undefined) response.writeHead(404).end();
      else response.writeHead(200, { "content-type": "application/gzip" }).end(chart);
    },
  };
}

function indexOf(repository: string, charts: ReadonlyMap<string, Buffer>): unknown {
  const entries: Record<string, unknown[]> = {};
  for (const [path, bytes] of charts) {
    const [, name, version] = new RegExp(`^${repository}/([^/]+)/(.+)\\.tgz$`).exec(path) ?? [];
    if (name === undefined || version === undefined) continue;
    const entry = {
      apiVersion: "v2",
      name,
      version,
      urls: [`${name}/${version}.tgz`],
      digest: digestOf(bytes).slice(7),
    };
    entries[name] = [...(entries[name] ?? []), entry];
  }
  return { apiVersion: "v1", entries };
}
