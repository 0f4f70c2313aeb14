// Failures that operators meet, provoked. What the cluster says of them is kept in test/lab/recorded.
import { describe, expect, test } from "vitest";
import { pushChart } from "../cluster/artifacts.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import { type KubeObject, keyOf, type ObjectKey } from "../cluster/objects.ts";
import { newRepository, type Repository } from "../cluster/repository.ts";
import { condition, existing, ready, reconcile, until } from "../cluster/wait.ts";
import { statusOf } from "./conditions.ts";
import { expectRecorded } from "./recording.ts";
import { configMapKey, gitRepositoryKey, kustomizationKey } from "./synced-fleet.ts";

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: app\ndata:\n  color: green\n";

function gitRepository(namespace: string, url: string, spec: object = {}): KubeObject {
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "GitRepository",
    metadata: { name: "app", namespace },
    spec: { url, ref: { branch: "main" }, interval: "1h", ...spec },
  };
}

function kustomization(namespace: string, spec: object = {}): KubeObject {
  return {
    apiVersion: "kustomize.toolkit.fluxcd.io/v1",
    kind: "Kustomization",
    metadata: { name: "app", namespace },
    spec: {
      ...{ sourceRef: { kind: "GitRepository", name: "app" }, path: "./", targetNamespace: namespace },
      ...{ interval: "1h", prune: true, ...spec },
    },
  };
}

const login = (namespace: string, password: string): KubeObject => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name: "login", namespace },
  stringData: { username: "git", password },
});

describe("credentials", () => {
  test("that were rotated away stop the source and leave what was applied", async () => {
    const namespace = await newNamespace();
    const [source, applier] = [gitRepositoryKey(namespace, "app"), kustomizationKey(namespace, "app")];
    const repository = await newRepository({ "app.yaml": CONFIG_MAP });
    repository.requirePassword({ user: "git", password: "first" });
    const spec = { secretRef: { name: "login" } };
    await kubernetes().apply(login(namespace, "first"), gitRepository(namespace, repository.httpUrl, spec));
    await ready(source);
    await kubernetes().apply(kustomization(namespace));
    await ready(applier);

    repository.requirePassword({ user: "git", password: "second" });
    const commit = await repository.commit({ "app.yaml": CONFIG_MAP.replace("green", "blue") });
    await kubernetes().patch(source, { metadata: { annotations: { "reconcile.fluxcd.io/requestedAt": "now" } } });
    await condition(source, "Ready", "False");
    await expectRecorded("credentials-rotated", [source, applier]);
    expect((await kubernetes().get(configMapKey(namespace, "app")))?.data).toEqual({ color: "green" });

    await kubernetes().apply(login(namespace, "second"));
    await reconcile(source);
    await until(applier, (object) => statusOf(object).lastAppliedRevision === `main@sha1:${commit}`, "applied");
  });
});

describe("a health check", () => {
  test("that never becomes healthy fails the Kustomization", async () => {
    const namespace = await newNamespace();
    const applier = kustomizationKey(namespace, "app");
    const repository = await newRepository({ "app.yaml": UNSCHEDULABLE });
    await kubernetes().apply(gitRepository(namespace, repository.httpUrl));
    await ready(gitRepositoryKey(namespace, "app"));
    await kubernetes().apply(kustomization(namespace, { wait: true, timeout: "5s" }));
    await condition(applier, "Healthy", "False");
    await condition(applier, "Ready", "False", { reason: "HealthCheckFailed" });
    await expectRecorded("health-check-failed", [applier]);
  });
});

describe("a release", () => {
  test("whose retries are exhausted is stalled", async () => {
    const namespace = await newNamespace();
    const release: ObjectKey = {
      apiVersion: "helm.toolkit.fluxcd.io/v2",
      kind: "HelmRelease",
      namespace,
      name: "app",
    };
    const { url } = await pushChart(namespace, {
      name: "app",
      version: "1.0.0",
      // The API server takes no Service without ports.
      files: { "templates/service.yaml": "apiVersion: v1\nkind: Service\nmetadata:\n  name: app\nspec: {}\n" },
    });
    const [source] = await kubernetes().apply(ociRepository(namespace, url));
    if (source) await ready(keyOf(source));
    await kubernetes().apply({
      apiVersion: release.apiVersion,
      kind: release.kind,
      metadata: { name: "app", namespace },
      spec: {
        ...{ chartRef: { kind: "OCIRepository", name: "app" }, interval: "1h", timeout: "30s" },
        install: { remediation: { retries: 1 } },
      },
    });
    await condition(release, "Stalled", "True", { timeoutSeconds: 90 });
    await expectRecorded("retries-exhausted", [release]);
  });
});

describe("drift", () => {
  test("that was made by hand is corrected after the interval", async () => {
    const namespace = await newNamespace();
    const [applier, configMap] = [kustomizationKey(namespace, "app"), configMapKey(namespace, "app")];
    const repository: Repository = await newRepository({ "app.yaml": CONFIG_MAP });
    await kubernetes().apply(gitRepository(namespace, repository.httpUrl));
    await ready(gitRepositoryKey(namespace, "app"));
    await kubernetes().apply(kustomization(namespace, { interval: "5s" }));
    await ready(applier);

    const changed = await kubernetes().patch(configMap, { data: { color: "red", size: "large" } });
    expect(changed.data).toEqual({ color: "red", size: "large" });
    const corrected = await existing(configMap, ({ data }) => data?.["color"] === "green", "the drift is corrected");
    // What somebody added is theirs: Flux knows nothing of it.
    expect(corrected.data).toEqual({ color: "green", size: "large" });
    await expectRecorded("drift-corrected", [applier]);
  });
});

const UNSCHEDULABLE = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
spec:
  selector:
    matchLabels:
      app: app
  template:
    metadata:
      labels:
        app: app
    spec:
      nodeSelector:
        no: where
      containers:
        - name: app
          image: example.com/app:1
`;

function ociRepository(namespace: string, url: string): KubeObject {
  const layerSelector = { mediaType: "application/vnd.cncf.helm.chart.content.v1.tar+gzip", operation: "copy" };
  return {
    apiVersion: "source.toolkit.fluxcd.io/v1",
    kind: "OCIRepository",
    metadata: { name: "app", namespace },
    spec: { url, ref: { tag: "1.0.0" }, interval: "1h", insecure: true, layerSelector },
  };
}
