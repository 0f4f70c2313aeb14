import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  configMap,
  directory,
  external,
  gitRepository,
  group,
  helmRelease,
  namespace,
  type Override,
  override,
  type Resource,
  type Resources,
  secret,
} from "../../../sdk/index.ts";
import { formatIdentity } from "../../../sdk/model/identity.ts";
import { compileResources, type Outcome } from "./compile-fleet.ts";
import { applying } from "./small-resources.ts";

// Small fleets of everything that could depend on order: values made once and made again, listed and only needed, with and without
// namespaces, in groups, in directories, in directories under a target namespace and on a remote cluster.

const PLACES = ["root", "one", "two", "target", "remote"] as const;
const NAMESPACES = [undefined, "a", "b"] as const;

interface App {
  readonly name: number;
  readonly place: (typeof PLACES)[number];
  readonly namespace: (typeof NAMESPACES)[number];
  readonly grouped: boolean;
  readonly source: number;
  readonly own: boolean;
  readonly settings: "none" | "shared" | "own";
  readonly after: readonly number[];
}

interface Recipe {
  readonly apps: readonly App[];
  readonly listedSources: readonly { readonly source: number; readonly own: boolean; readonly place: App["place"] }[];
  readonly listedSettings: readonly (typeof NAMESPACES)[number][];
  readonly overridden: (typeof NAMESPACES)[number] | "none";
}

const app: fc.Arbitrary<App> = fc.record({
  name: fc.nat(3),
  place: fc.constantFrom(...PLACES),
  namespace: fc.constantFrom(...NAMESPACES),
  grouped: fc.boolean(),
  source: fc.nat(1),
  own: fc.boolean(),
  settings: fc.constantFrom("none", "shared", "own"),
  after: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
});

const recipe: fc.Arbitrary<Recipe> = fc.record({
  apps: fc.uniqueArray(app, { minLength: 1, maxLength: 5, selector: ({ name }) => name }),
  listedSources: fc.array(fc.record({ source: fc.nat(1), own: fc.boolean(), place: fc.constantFrom(...PLACES) }), {
    maxLength: 3,
  }),
  listedSettings: fc.uniqueArray(fc.constantFrom(...NAMESPACES), { maxLength: 2 }),
  overridden: fc.constantFrom("none", ...NAMESPACES),
});

type Shuffle = <Item>(list: readonly Item[]) => readonly Item[];

function build({ apps, listedSources, listedSettings, overridden }: Recipe, shuffle: Shuffle): Outcome {
  const makeSource = (source: number): Resource<"GitRepository"> =>
    gitRepository(`repo${source}`, {
      url: `ssh://git@example.com/${source}`,
      interval: "1m",
      secretRef: secret("key"),
    });
  const makeSettings = (): Resource<"ConfigMap"> => configMap("settings", { data: { a: "1" } });
  const sharedSources = [makeSource(0), makeSource(1)];
  const sharedSettings = makeSettings();
  const contents: Record<App["place"], Resources[]> = { root: [], one: [], two: [], target: [], remote: [] };

  for (const { name, place, namespace: where, grouped, source, own, settings, after } of apps) {
    const sourceRef = own ? makeSource(source) : sharedSources[source];
    const values = settings === "own" ? makeSettings() : sharedSettings;
    const options = where === undefined || grouped ? {} : { namespace: where };
    const kustomization = applying(
      `app${name}`,
      `./app${name}`,
      { ...(sourceRef && { sourceRef }), dependsOn: after.map((other) => ({ name: `app${other}` })) },
      options,
    );
    const release = helmRelease(
      `app${name}`,
      {
        chartRef: external("OCIRepository", "app"),
        interval: "1h",
        ...(settings !== "none" && { valuesFrom: [values] }),
      },
      { namespace: where ?? "a" },
    );
    const made = shuffle([kustomization, release]);
    contents[place].push(grouped ? group({ namespace: where ?? "b", labels: { group: "yes" } }, made) : made);
  }
  for (const { source, own, place } of listedSources)
    contents[place].push(own ? makeSource(source) : sharedSources[source]);
  for (const where of listedSettings) contents.root.push(group({ namespace: where }, [sharedSettings]));

  const apply = (name: "one" | "two" | "target" | "remote", spec: Parameters<typeof applying>[2] = {}): Resource =>
    applying(name, directory(name, shuffle(contents[name])), spec);
  const resources: readonly Resources[] = [
    namespace("a"),
    namespace("b"),
    apply("one"),
    apply("two"),
    apply("target", { targetNamespace: "a" }),
    apply("remote", { kubeConfig: { secretRef: external("Secret", "remote") } }),
    ...contents.root,
  ];
  const target = overridden === "none" ? [] : [external("ConfigMap", "settings", overridden)];
  const overrides: readonly Override[] = target.map((found) => override<object>(found, { labels: { changed: "yes" } }));
  return compileResources(shuffle(resources), { overrides });
}

/** What may not depend on order: files, manifests, and which mistakes there are. */
function essence({ compiled, diagnostics }: Outcome): unknown {
  return {
    mistakes: [
      ...new Set(diagnostics.map(({ code, resource }) => `${code} ${resource ? formatIdentity(resource) : ""}`)),
    ].toSorted(),
    files: compiled.files.map((file) => [
      file.path,
      file.owners,
      file.type === "resources" ? file.resources.map(({ manifest }) => manifest) : Object(file)["resources"],
    ]),
    identities: compiled.clusters.flatMap(({ resources }) =>
      resources.map(({ id, directory: place }) => `${formatIdentity(id)} in ${place}`),
    ),
  };
}

const asListed: Shuffle = (list) => list;

/** A shuffle that the numbers decide. */
function shuffleBy(numbers: readonly number[]): Shuffle {
  let next = 0;
  return (list) =>
    list
      .map((item) => ({ item, rank: numbers[next++ % numbers.length] ?? 0 }))
      .sort((left, right) => left.rank - right.rank)
      .map(({ item }) => item);
}

const numbers = fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 });

// Each of them compiles some hundred fleets.
describe("what is written", { timeout: 60_000 }, () => {
  test("does not depend on the order in which things are listed", () => {
    fc.assert(
      fc.property(recipe, numbers, (given, order) => {
        expect(essence(build(given, shuffleBy(order)))).toEqual(essence(build(given, asListed)));
      }),
      { numRuns: 150 },
    );
  });

  test("is the same for the same program, every time", () => {
    fc.assert(
      fc.property(recipe, (given) => {
        const [first, second] = [build(given, asListed), build(given, asListed)];
        expect(essence(first)).toEqual(essence(second));
        expect(first.messages).toEqual(second.messages);
        expect(JSON.stringify(first.compiled.files)).toBe(JSON.stringify(second.compiled.files));
      }),
      { numRuns: 50 },
    );
  });

  test("has one place for every object on its API server", () => {
    fc.assert(
      fc.property(recipe, (given) => {
        const { compiled } = build(given, asListed);
        const places = compiled.files.flatMap((file) =>
          file.type === "resources"
            ? file.resources.map(({ id }) => `${file.path.startsWith("remote/")} ${formatIdentity(id)}`)
            : [],
        );
        expect(new Set(places).size).toBe(places.length);
      }),
      { numRuns: 100 },
    );
  });

  test("is tried on fleets that compile, and on fleets that do not", () => {
    const outcomes = fc.sample(recipe, { numRuns: 200, seed: 1 }).map((given) => build(given, asListed));
    const fine = outcomes.filter(({ compiled }) => compiled.files.length > 0);
    expect(fine.length).toBeGreaterThan(20);
    expect(outcomes.length - fine.length).toBeGreaterThan(20);
  });
});
