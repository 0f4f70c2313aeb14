// A value that is known later stands in leaves, maps and free-form fields, and nowhere else.
import {
  configMap,
  external,
  fluxSystem,
  gitRepository,
  helmRelease,
  type Input,
  kustomization,
  ociRepository,
  resource,
  secret,
  substitution,
} from "sluice";
import { type Output, output } from "./output.ts";

declare const text: Output<string>;
declare const flag: Output<boolean>;
declare const count: Output<number>;
declare const values: Output<{ readonly replicaCount: number }>;
declare const texts: Output<string[]>;

gitRepository("a", { url: text, interval: text, ref: { branch: text }, suspend: flag });
gitRepository("a", { url: substitution("URL"), interval: substitution("INTERVAL", "1h") });
kustomization("a", {
  sourceRef: fluxSystem,
  interval: "1h",
  prune: flag,
  path: text,
  targetNamespace: text,
  serviceAccountName: text,
  postBuild: { substitute: { DOMAIN: text, REGION: "eu", CLUSTER: substitution("CLUSTER") } },
  commonMetadata: { labels: { region: text } },
});
helmRelease("a", {
  interval: "1h",
  chartRef: external("OCIRepository", text),
  values: { replicaCount: count, nested: { host: text, all: values } },
  install: { remediation: { retries: count } },
});
configMap("a", { data: { key: text } });
secret("a", { stringData: { key: text } });
secret("a", { stringData: { key: output("value") } });
resource({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { key: text } });
gitRepository("a", { url: "https://git.acme.example/a", interval: "1m", secretRef: { name: text } });

// @ts-expect-error: the wrong type inside
gitRepository("a", { url: count, interval: "1m" });
// @ts-expect-error: the wrong type inside
kustomization("a", { sourceRef: fluxSystem, interval: "1h", prune: text });
// @ts-expect-error: the length of a list is known
kustomization("a", { sourceRef: fluxSystem, interval: "1h", prune: true, components: texts });
// @ts-expect-error: a kind is known
kustomization("a", { sourceRef: { kind: text, name: "a" }, interval: "1h", prune: true });

// A helper that takes either.
export function repository(url: Input<string>, retries: Input<number> = 3) {
  return ociRepository(
    "a",
    { url, interval: "1h", insecure: false, ref: { tag: "latest" } },
    { labels: { retries: `${retries}` } },
  );
}
repository("oci://registry.acme.example/a");
repository(text, count);
repository(substitution("URL"));
