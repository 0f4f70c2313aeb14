import { directory, external, group, helmRepository, namespace, type RefTo, type Resources } from "sluice";
import { gateway } from "./configs.ts";
import { helmRelease, kustomization } from "./defaults.ts";
import type { Environment } from "./environments.ts";

/** The applications of one environment: what was a base and an overlay is one function. */
export function apps(env: Environment, infrastructure: RefTo<"Kustomization">) {
  return kustomization("apps", {
    dependsOn: [infrastructure],
    sourceRef: external("ExternalArtifact", "apps"),
    path: directory(`apps/${env.name}`, podinfo(env)),
    wait: true,
  });
}

function podinfo(env: Environment): Resources {
  const home = namespace("podinfo", {}, { labels: { "toolkit.fluxcd.io/tenant": "dev-team" } });
  const charts = helmRepository("podinfo", { url: "https://stefanprodan.github.io/podinfo", interval: "5m" });
  const release = helmRelease("podinfo", {
    releaseName: "podinfo",
    interval: "50m",
    chart: { spec: { chart: "podinfo", version: env.podinfo, sourceRef: charts } },
    test: env.test,
    values: {
      redis: { enabled: true, repository: "public.ecr.aws/docker/library/redis", tag: "8.6.2" },
      httpRoute: {
        enabled: true,
        parentRefs: [{ name: gateway.name, namespace: gateway.namespace, sectionName: "http" }],
        hostnames: [`podinfo.${env.name}`],
        rules: [{ matches: [{ path: { type: "PathPrefix", value: "/" } }] }],
      },
    },
  });
  return group({ namespace: home }, [home, charts, release]);
}
