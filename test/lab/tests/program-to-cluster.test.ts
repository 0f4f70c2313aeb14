// A program is built, committed and synced by Flux: what arrives in the cluster, and what leaves it.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pushChart } from "../cluster/artifacts.ts";
import { encryptSecret, newAgeKey } from "../cluster/encryption.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import type { KubeObject, ObjectKey } from "../cluster/objects.ts";
import { newRepository, type Repository } from "../cluster/repository.ts";
import { condition, gone, ready, reconcile, until } from "../cluster/wait.ts";
import type { Settings } from "../fleets/shop/settings.ts";
import { bootstrap } from "./bootstrap.ts";
import { inventoryOf, statusOf } from "./conditions.ts";
import { type LabProject, labProject } from "./lab-project.ts";
import { applied, configMapKey, deliver, fetched, gitRepositoryKey, kustomizationKey } from "./synced-fleet.ts";

const PASSWORD = "not for everybody";
const CREDENTIALS = `apiVersion: v1
kind: Secret
metadata:
  name: credentials
stringData:
  password: ${PASSWORD}
`;

/** A release with a Deployment whose selector comes from the values. */
const CHART = {
  "values.yaml": "label: none\n",
  "templates/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Release.Name }}
  labels:
    pump: {{ .Values.label }}
spec:
  selector:
    matchLabels:
      pump: {{ .Values.label }}
  template:
    metadata:
      labels:
        pump: {{ .Values.label }}
    spec:
      containers:
        - name: pump
          image: example.com/pump:1
`,
};

/** Kinds that report nothing. A HelmRepository of type `oci` is one. */
const WITHOUT_CONDITIONS = ["ConfigMap", "Secret", "HelmRepository"];
const KUSTOMIZATIONS = ["flux-system", "shop", "street", "cellar", "by-hand"];

let project: LabProject;
let repository: Repository;
let namespace: string;
let settings: Settings;

const kustomization = (name: string): ObjectKey => kustomizationKey(namespace, name);
const configMap = (name: string): ObjectKey => configMapKey(namespace, name);
const helm = (): ObjectKey => ({
  apiVersion: "helm.toolkit.fluxcd.io/v2",
  kind: "HelmRelease",
  namespace,
  name: "pump",
});
const catalog = (): ObjectKey => ({
  apiVersion: "source.toolkit.fluxcd.io/v1",
  kind: "HelmRepository",
  namespace,
  name: "catalog",
});
const deployment = (name: string): ObjectKey => ({ apiVersion: "apps/v1", kind: "Deployment", namespace, name });

function change(changes: Partial<Settings>): void {
  settings = { ...settings, ...changes };
  project.set(settings);
}

/** Commits what was built, and has both sources fetch it. */
async function push(): Promise<string> {
  const revision = await deliver(repository, project.folder, gitRepositoryKey(namespace, "flux-system"));
  await applied(kustomization("flux-system"), revision);
  await fetched(gitRepositoryKey(namespace, "shop"), revision);
  return revision;
}

/** Commits what was built, and waits until every Kustomization applied it. */
async function sync(): Promise<void> {
  const revision = await push();
  for (const name of KUSTOMIZATIONS) await applied(kustomization(name), revision);
}

async function inventories(): Promise<Readonly<Record<string, readonly string[]>>> {
  const found = await Promise.all(
    KUSTOMIZATIONS.map(async (name) => [name, inventoryOf(await kubernetes().get(kustomization(name)))] as const),
  );
  return Object.fromEntries(found);
}

async function ownerOf(name: string): Promise<readonly string[]> {
  const all = Object.entries(await inventories());
  return all.filter(([, ids]) => ids.some((id) => id.includes(`_${name}_`))).map(([owner]) => owner);
}

async function dataOf(key: ObjectKey): Promise<unknown> {
  return (await kubernetes().get(key))?.["data"];
}

/** An object as the cluster has it: what lies under a `targetNamespace` says no namespace in its file. */
const liveKey = (object: KubeObject): ObjectKey => ({
  apiVersion: object.apiVersion,
  kind: object.kind,
  name: object.metadata.name,
  namespace,
});

beforeAll(async () => {
  project = labProject("shop");
  namespace = await newNamespace("shop", afterAll);
  repository = await newRepository();
  const key = await newAgeKey();
  const age = { metadata: { name: "sops-age", namespace }, stringData: { "age.agekey": key.identity } };
  await kubernetes().apply({ apiVersion: "v1", kind: "Secret", ...age });
  const sync = bootstrap(namespace, repository.httpUrl);
  project.write({ "secrets/credentials.yaml": await encryptSecret(CREDENTIALS, key), ...sync.files });
  const { url: chart } = await pushChart(namespace, { name: "pump", version: "1.0.0", files: CHART });
  settings = {
    namespace,
    repository: repository.httpUrl,
    chart,
    city: "Delft",
    hasNotice: true,
    catalogIn: "cellar",
    mayLoseCatalog: true,
    pumpLabel: "old",
  };
  project.set(settings);
  project.build();
  await repository.commitFolder(project.folder);
  await kubernetes().apply(...sync.objects);
});

// Each test goes on from where the one before it left the repository.
describe.sequential("a program that was built and committed", () => {
  test("becomes ready, with everything that reports whether it is", async () => {
    await sync();
    const objects = project.objects().filter(({ kind }) => !WITHOUT_CONDITIONS.includes(kind));
    for (const object of objects.filter(({ kind }) => kind !== "Deployment")) await ready(liveKey(object));
    await condition(deployment("window"), "Available", "True");
    await condition(deployment("pump"), "Available", "True");
    expect(objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort()).toEqual([
      "Deployment window",
      "GitRepository shop",
      "HelmRelease pump",
      "Kustomization by-hand",
      "Kustomization cellar",
      "Kustomization shop",
      "Kustomization street",
      "OCIRepository pump",
    ]);
  });

  test("arrives with what Flux substitutes, from the Kustomization and from a ConfigMap", async () => {
    expect(await dataOf(configMap("greeting"))).toEqual({ text: "Welcome to Delft in Zuid-Holland" });
  });

  test("arrives with its SOPS file decrypted", async () => {
    const secret = await kubernetes().get({ apiVersion: "v1", kind: "Secret", namespace, name: "credentials" });
    expect(secret?.["data"]).toEqual({ password: Buffer.from(PASSWORD).toString("base64") });
    expect(secret).not.toHaveProperty("sops");
  });

  test("is applied once, beside a flux-system folder, around another directory and with files written by hand", async () => {
    const found = await inventories();
    const all = Object.values(found).flat();
    expect(new Set(all).size).toBe(all.length);
    const names = (name: string): readonly string[] => (found[name] ?? []).map((id) => id.split("_")[1] ?? "").sort();
    expect(names("street")).toEqual(["sign"]);
    expect(names("by-hand")).toEqual(["note", "second-note"]);
    expect(names("shop")).toEqual(["credentials", "greeting", "notice", "window"]);
    expect(names("cellar")).toEqual(["catalog", "pump", "pump"]);
    expect(names("flux-system")).toEqual([
      ...["by-hand", "cellar", "flux-system", "flux-system", "region", "shop", "shop", "some-controller", "street"],
    ]);
  });

  test("is not touched when it is applied again", async () => {
    // What has a controller of its own may be written by that; then the generation says whether what is asked for changed.
    const versions = (): Promise<readonly unknown[]> =>
      Promise.all(
        project.objects().map(async (object) => {
          const { resourceVersion, generation } = (await kubernetes().get(liveKey(object)))?.metadata ?? {};
          return WITHOUT_CONDITIONS.includes(object.kind) ? resourceVersion : generation;
        }),
      );
    const before = await versions();
    expect(before).not.toContain(undefined);
    for (const name of KUSTOMIZATIONS) await reconcile(kustomization(name));
    expect(await versions()).toEqual(before);
  });

  test("changes a value in the cluster that changed in the program", async () => {
    change({ city: "Gouda" });
    project.build();
    await sync();
    expect(await dataOf(configMap("greeting"))).toEqual({ text: "Welcome to Gouda in Zuid-Holland" });
  });

  test("takes out of the cluster what the program makes no more", async () => {
    expect(await dataOf(configMap("notice"))).toEqual({ text: "closed on Sundays" });
    change({ hasNotice: false });
    project.build();
    await sync();
    await gone(configMap("notice"));
  });
});

describe.sequential("what moves between directories", () => {
  const uid = async (): Promise<string | undefined> => (await until(catalog(), Boolean, "is there"))?.metadata.uid;

  test("stops the build, which says what Flux would do", () => {
    change({ catalogIn: "street" });
    const said = project.refusedBuild();
    expect(said).toContain("error[removal/guarded]");
    const [from, to] = ["cellar", "street"].map((name) => `Kustomization ${namespace}/${name}`);
    expect(said).toContain(`HelmRepository ${namespace}/catalog moves from ${from} to ${to}`);
    expect(said).toContain(`Flux would delete it if ${from} is applied first`);
    expect(said).toContain("annotate it with kustomize.toolkit.fluxcd.io/prune: disabled in a build before the move");
  });

  test("stays as it is when it is annotated first, as the hint says", async () => {
    change({ catalogIn: "cellar", mayLoseCatalog: false });
    project.build();
    await sync();
    const before = await uid();
    change({ catalogIn: "street" });
    project.build();
    await sync();
    expect(await uid()).toBe(before);
    expect(await ownerOf("catalog")).toEqual(["street"]);
  });

  test("is deleted and made again when its old directory is applied first, as the message says", async () => {
    change({ mayLoseCatalog: true });
    project.build();
    await sync();
    const before = await uid();
    change({ catalogIn: "cellar" });
    project.refusedBuild();
    project.build("--allow-prune");
    await kubernetes().patch(kustomization("cellar"), { spec: { suspend: true } });
    const revision = await push();
    await applied(kustomization("street"), revision);
    await gone(catalog());
    await kubernetes().patch(kustomization("cellar"), { spec: { suspend: null } });
    await applied(kustomization("cellar"), revision);
    expect(await uid()).not.toBe(before);
    expect(await ownerOf("catalog")).toEqual(["cellar"]);
  });

  test("goes out of the cluster only when that is allowed", async () => {
    change({ catalogIn: "nowhere" });
    const said = project.refusedBuild();
    expect(said).toContain(`HelmRepository ${namespace}/catalog is gone from cluster "lab": Flux would delete it`);
    project.build("--allow-prune");
    await sync();
    await gone(catalog());
  });
});

describe.sequential("a release", () => {
  const label = async (): Promise<unknown> => (await kubernetes().get(deployment("pump")))?.metadata.labels?.["pump"];

  test("was installed from its chart", async () => {
    const release = await ready(helm());
    expect(statusOf(release).history?.map(({ version, status }) => [version, status])).toEqual([[1, "deployed"]]);
    expect(await label()).toBe("old");
  });

  test("that fails to upgrade is rolled back", async () => {
    change({ pumpLabel: "new" });
    project.build();
    await push();
    const release = await condition(helm(), "Remediated", "True", { reason: "RollbackSucceeded", timeoutSeconds: 120 });
    expect(statusOf(release).conditions).toContainEqual(expect.objectContaining({ type: "Ready", status: "False" }));
    expect(await label()).toBe("old");
  });

  test("becomes ready again with values that it can have", async () => {
    change({ pumpLabel: "old" });
    project.build();
    await sync();
    await ready(helm());
    expect(await label()).toBe("old");
  });
});
