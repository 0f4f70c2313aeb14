// A small fleet as a program of one file, and as one of twenty: a module for each app, and one that lists them.

/** The names of the modules beside the main one. */
export const APPS: readonly string[] = Array.from({ length: 19 }, (_, number) => `app${number + 1}`);

/** The main module. */
export function mainProgram(size: "one" | "twenty"): string {
  const imports = APPS.map((app) => `import { ${app} } from "./apps/${app}.ts";`).join("\n");
  const own = APPS.map(resourcesOf).join("\n");
  return `import { cluster, directory, fleet, fluxSystem, helmRelease, kustomization, namespace, ociRepository } from "sluice";
${size === "one" ? own : imports}

interface Environment { readonly name: string; readonly replicas: number }

const production: Environment = { name: "production", replicas: 3 };

export default fleet(
  cluster(production.name, {
    path: "clusters/production",
    flux: "2.9",
    resources: [${APPS.map((app) => `${app}(production)`).join(", ")}],
  }),
);
`;
}

/** The module of an app. */
export function moduleProgram(app: string): string {
  return `import { directory, fluxSystem, helmRelease, kustomization, namespace, ociRepository } from "sluice";
export ${resourcesOf(app)}`;
}

function resourcesOf(app: string): string {
  return `function ${app}(env: { readonly name: string; readonly replicas: number }) {
  const home = namespace("${app}");
  const chart = ociRepository("${app}", { url: "oci://ghcr.io/acme/charts/${app}", interval: "1h", ref: { semver: "6.x" } }, { namespace: home });
  const release = helmRelease("${app}", { chartRef: chart, interval: "30m", values: { replicaCount: env.replicas } }, { namespace: home });
  const path = directory(\`apps/\${env.name}/${app}\`, [home, release]);
  return kustomization("${app}", { sourceRef: fluxSystem, path, interval: "10m", prune: true });
}
`;
}
