// Both back ends come to the same objects, apart from what only Pulumi reads, and from Secrets: Pulumi carries their values, and Git
// carries ciphertext.
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Cluster,
  cluster,
  configMap,
  directory,
  type Fleet,
  gitRepository,
  group,
  helmRelease,
  kustomization,
  namespace,
  ociRepository,
  type Resources,
  secret,
} from "../../../sdk/index.ts";
import { deploy } from "../../../sdk/pulumi/index.ts";
import { ROOT } from "../../tools/repository.ts";
import { applicableByPulumi, appliedByPulumi, type Objects, writtenForGit } from "./both-back-ends.ts";
import { codesOf } from "./production.ts";

function withoutSecrets(objects: Objects): Objects {
  return Object.fromEntries(Object.entries(objects).filter(([identity]) => !identity.startsWith("v1 Secret ")));
}

async function expectSame(made: Cluster): Promise<Objects> {
  const git = withoutSecrets(writtenForGit(made));
  expect(withoutSecrets(await appliedByPulumi(made))).toEqual(git);
  return git;
}

async function clustersOf(example: string): Promise<readonly Cluster[]> {
  const program: { readonly default: Fleet } = await import(join(ROOT, "examples", example, "fleet.ts"));
  return program.default.clusters;
}

test.for(["company", "custom-crd", "kustomize-helm", "production-fleet"])(
  "examples/%s comes to the same objects",
  async (name) => {
    for (const made of await clustersOf(name)) expect(Object.keys(await expectSame(made))).not.toEqual([]);
  },
);

test("examples/home comes to the same objects, but for an encrypted file, which Pulumi refuses", async () => {
  for (const made of await clustersOf("home")) {
    expect(codesOf(() => deploy(made))).toEqual(["pulumi/encrypted-file"]);
    expect(withoutSecrets(applicableByPulumi(made))).toEqual(withoutSecrets(writtenForGit(made)));
  }
});

const NAMESPACES = ["default", "flux-system", "apps"] as const;
const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const names = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
/** A key that is the prototype in JavaScript is lost in Pulumi's own messages. */
const values = fc.dictionary(word, fc.jsonValue()).filter((value) => !JSON.stringify(value).includes("__proto__"));
const labels = fc.dictionary(word, word, { maxKeys: 2 });

interface Parts {
  readonly sources: readonly string[];
  readonly apps: readonly {
    readonly source: number;
    readonly isOurs: boolean;
    readonly suspend: boolean;
    readonly waitsFor: number;
  }[];
  readonly settings: readonly {
    readonly namespace: number;
    readonly data: Readonly<Record<string, string>>;
    readonly labels: Readonly<Record<string, string>>;
  }[];
  readonly releases: readonly object[];
  readonly groupLabels: Readonly<Record<string, string>>;
}

const parts: fc.Arbitrary<Parts> = fc.record({
  sources: names,
  apps: fc.array(fc.record({ source: fc.nat(9), isOurs: fc.boolean(), suspend: fc.boolean(), waitsFor: fc.nat(9) }), {
    maxLength: 4,
  }),
  settings: fc.array(
    fc.record({
      namespace: fc.nat(2),
      data: fc.dictionary(word, fc.string({ unit: "grapheme" }), { maxKeys: 3 }),
      labels,
    }),
    { maxLength: 4 },
  ),
  releases: fc.array(values, { maxLength: 3 }),
  groupLabels: labels,
});

function clusterOf({ sources, apps, settings, releases, groupLabels }: Parts): Cluster {
  const made = sources.map((name, index) =>
    gitRepository(name, {
      url: `https://example.com/${name}`,
      interval: "1m",
      secretRef: secret(`key-${index}`, { stringData: { bearerToken: "private" } }, { namespace: "flux-system" }),
    }),
  );
  const kustomizations: ReturnType<typeof kustomization>[] = [];
  for (const [index, { source, isOurs, suspend, waitsFor }] of apps.entries()) {
    const sourceRef = made[source % made.length];
    const before = kustomizations[waitsFor];
    if (!sourceRef) continue;
    const content = directory(`apps/${index}`, configMap(`inner-${index}`, { data: {} }, { namespace: "default" }));
    kustomizations.push(
      kustomization(`app-${index}`, {
        sourceRef,
        path: isOurs ? content : `./apps/${index}`,
        interval: "10m",
        prune: true,
        suspend,
        ...(before ? { dependsOn: [before] } : {}),
      }),
    );
  }
  const chart = ociRepository("chart", { url: "oci://example.com/chart", interval: "1h", ref: { tag: "1.0.0" } });
  const resources: Resources = [
    namespace("apps"),
    group({ labels: groupLabels }, kustomizations),
    settings.map(({ namespace: at, data, labels }, index) =>
      configMap(`settings-${index}`, { data }, { namespace: NAMESPACES[at] ?? "default", labels }),
    ),
    releases.map((found, index) =>
      helmRelease(`release-${index}`, { chartRef: chart, interval: "1h", values: found }, { namespace: "apps" }),
    ),
    made,
  ];
  const [first] = made;
  return cluster("random", {
    path: "clusters/random",
    flux: "2.9",
    resources,
    ...(first ? { sources: made.map((source) => ({ source })) } : {}),
  });
}

test("200 random fleets come to the same objects", { timeout: 120_000 }, async () => {
  let objects = 0;
  await fc.assert(
    fc.asyncProperty(parts, async (found) => {
      objects += Object.keys(await expectSame(clusterOf(found))).length;
    }),
    { numRuns: 200 },
  );
  expect(objects).toBeGreaterThan(800);
});

test("the Secrets that only Pulumi carries have their values there", async () => {
  const key = secret("key", { stringData: { a: "b" } }, { namespace: "default" });
  const made = cluster("one", { path: "clusters/one", flux: "2.9", resources: key });
  expect(writtenForGit(made)).toEqual({});
  expect(Object.keys(await appliedByPulumi(made))).toEqual(["v1 Secret default/key"]);
});
