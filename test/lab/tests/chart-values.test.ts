// The values of releases, as builds check them and as helm-controller composes, checks and renders them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ChartLock } from "../../../sdk/charts/chart-lock.ts";
import { type Run, startSluice } from "../../e2e/sluice.ts";
import { temporaryFolder, userProject, writeFiles } from "../../tools/project.ts";
import { pushChart, serveChart } from "../cluster/artifacts.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { newNamespace } from "../cluster/namespace.ts";
import type { KubeObject, ObjectKey } from "../cluster/objects.ts";
import { condition, ready } from "../cluster/wait.ts";
import { configMapKey } from "./synced-fleet.ts";
import { type Asked, type Home, valuesProgram } from "./values-program.ts";
import { webChart } from "./web-chart.ts";

let namespace: string;
let addresses: Home["addresses"];
let folder: string;
let cache: string;

const release = (name: string): ObjectKey => ({
  apiVersion: "helm.toolkit.fluxcd.io/v2",
  kind: "HelmRelease",
  namespace,
  name,
});

function run(...args: readonly string[]): Promise<Run> {
  const environment = { XDG_CACHE_HOME: cache, DOCKER_CONFIG: cache, HELM_CONFIG_HOME: cache, PATH: "/nowhere" };
  return startSluice(folder, args, { environment }).ended;
}

/** Writes the program anew and builds it. */
function build(...releases: readonly Asked[]): Promise<Run> {
  writeFiles(folder, { "fleet.ts": valuesProgram({ namespace, addresses }, releases) });
  return run("build");
}

async function install(...releases: readonly Asked[]): Promise<void> {
  const built = await build(...releases);
  expect(built.stderr).not.toMatch(/^(error|warning)/m);
  expect(built).toMatchObject({ status: 0 });
  await apply();
}

/** Applies what the program makes, without its checks. */
async function apply(): Promise<void> {
  const printed = await run("build", "--stdout", "json");
  const objects: readonly KubeObject[] = JSON.parse(printed.stdout).items;
  await kubernetes().apply(...objects.filter(({ kind }) => kind !== "Namespace" && kind !== "Kustomization"));
}

async function rendered(name: string): Promise<unknown> {
  const found = await kubernetes().get(configMapKey(namespace, `${name}-values`));
  const { values = "" }: Partial<Record<string, string>> = Object(found?.["data"]);
  return JSON.parse(values);
}

const ALL: readonly Asked[] = [
  { name: "by-oci", from: "oci", spec: 'values: { replicas: 3, port: { name: "https" } }' },
  { name: "by-http", from: "http", spec: "values: { store: { enabled: true, size: 4 } }" },
  {
    name: "composed",
    from: "http",
    spec: `valuesFrom: [
      first,
      { name: second, valuesKey: "extra" },
      { name: first, valuesKey: "port", targetPath: "port.name" },
      { name: second, valuesKey: "line", targetPath: "nested.settings.line", literal: true },
      { name: external("Secret", "token"), valuesKey: "token", targetPath: "nested.token" },
    ], values: { replicas: 5, nested: { own: true } }`,
  },
  {
    name: "unchecked",
    from: "oci",
    spec: "install: { disableSchemaValidation: true }, upgrade: { disableSchemaValidation: true }, values: { replicas: 0 }",
  },
];

beforeAll(async () => {
  namespace = await newNamespace("values", afterAll);
  cache = temporaryFolder(afterAll);
  const token = {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { name: "token", namespace },
    stringData: { token: "t0" },
  };
  await kubernetes().apply(token);
  let oci = "";
  for (const version of ["1.0.0", "1.1.0", "2.0.0"]) {
    ({ url: oci } = await pushChart(namespace, webChart(version)));
    await serveChart(namespace, webChart(version));
  }
  addresses = { oci, http: await serveChart(namespace, webChart("1.2.0-rc.1")) };
  folder = userProject({ "fleet.ts": valuesProgram({ namespace, addresses }, ALL) }, afterAll);
  const generated = await run("generate", "values", "--out", "types");
  expect(generated, generated.stderr).toMatchObject({ status: 0 });
  await install(...ALL);
});

describe("values that a build takes", () => {
  test.for(ALL.map(({ name }) => name))("are ready in the cluster: %s", async (name) => {
    await ready(release(name));
  });

  test("reach a dependency by its other name, where it is switched on", async () => {
    await ready(release("by-http"));
    expect(await kubernetes().get(configMapKey(namespace, "by-http-store"))).toMatchObject({ data: { size: "4" } });
    await ready(release("by-oci"));
    expect(await kubernetes().get(configMapKey(namespace, "by-oci-store"))).toBeUndefined();
  });

  test("are composed in the order of their sources", async () => {
    await ready(release("composed"));
    expect(await rendered("composed")).toEqual({
      replicas: 5,
      level: "info",
      port: { name: "grpc" },
      list: [3],
      nested: { kept: 1, replaced: 3, first: true, own: true, settings: { line: "a,b={c}" }, token: "t0" },
      store: { enabled: false },
    });
  });
});

test("the lock has the versions and digests that source-controller finds", async () => {
  const lock: ChartLock = JSON.parse(readFileSync(join(folder, "sluice.charts.json"), "utf8"));
  const source = { apiVersion: "source.toolkit.fluxcd.io/v1", namespace };
  const artifactOf = async (key: ObjectKey): Promise<unknown> => (await ready(key)).status?.["artifact"];
  const oci = await artifactOf({ ...source, kind: "OCIRepository", name: "web" });
  const http = await artifactOf({ ...source, kind: "HelmChart", name: `${namespace}-by-http` });
  const locked = lock.charts.map(({ repository, version, digest }) => [repository.slice(0, 3), version, digest]);
  expect(locked.toSorted()).toEqual([
    ["htt", "1.1.0", expect.stringMatching(/^sha256:/)],
    ["oci", "1.1.0", expect.stringMatching(/^sha256:/)],
  ]);
  const [byHttp, byOci] = locked.toSorted();
  expect(oci).toMatchObject({ revision: `1.1.0@${byOci?.[2]}` });
  expect(http).toMatchObject({ revision: "1.1.0", digest: byHttp?.[2] });
});

interface Refused {
  readonly asked: Asked;
  /** What the program says, as the cluster is given it: no build writes it. */
  readonly given: object;
  readonly place: string;
}

const forbidden = (name: string, from: Asked["from"], values: object, place: string): Refused => ({
  asked: { name, from, spec: `values: ${JSON.stringify(values)} as never` },
  given: { values },
  place,
});

const REFUSED: readonly Refused[] = [
  forbidden("few", "http", { replicas: 0 }, "replicas"),
  forbidden("loud", "oci", { level: "loud" }, "level"),
  forbidden("port", "http", { port: { name: "H1" } }, "port.name"),
  forbidden("big", "oci", { store: { enabled: true, size: "big" } }, "store.size"),
  {
    asked: {
      name: "from-map",
      from: "http",
      spec: 'valuesFrom: [{ name: second, valuesKey: "line", targetPath: "replicas", literal: true }]',
    },
    given: {
      valuesFrom: [{ kind: "ConfigMap", name: "second", valuesKey: "line", targetPath: "replicas", literal: true }],
    },
    place: "replicas",
  },
];

describe.sequential("values that the schema forbids", () => {
  test.for(REFUSED.map((refused) => [refused.asked.name, refused] as const))(
    "are refused by both: %s",
    async ([name, { asked, given, place }]) => {
      const { status, stderr } = await build(...ALL, asked);
      expect(status).toBe(1);
      expect(stderr).toMatch(/^error.*values\/schema/m);
      expect(stderr).toContain(`${place} of HelmRelease ${namespace}/${name}`);
      const chart = { chart: "web", version: "1.x", sourceRef: { kind: "HelmRepository", name: "web" } };
      const source = { oci: { chartRef: { kind: "OCIRepository", name: "web" } }, http: { chart: { spec: chart } } };
      await kubernetes().apply({
        apiVersion: "helm.toolkit.fluxcd.io/v2",
        kind: "HelmRelease",
        metadata: { name, namespace },
        spec: { interval: "1h", ...source[asked.from], ...given },
      });
      // Helm counts the place of a dependency's value from the dependency.
      const pointer = `/${place.replace(/^store\./, "").replaceAll(".", "/")}`;
      await condition(release(name), "Ready", "False", { message: new RegExp(`at '${pointer}'`) });
    },
  );
});
