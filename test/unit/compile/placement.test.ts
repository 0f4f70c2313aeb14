import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  directory,
  external,
  group,
  helmRelease,
  helmRepository,
  namespace,
  type RefTo,
  type Resource,
  resource,
  secret,
} from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, git, oci, release } from "./small-resources.ts";

/** Where each object is written: its directory, or the cluster's path. */
function places({ compiled }: Outcome): Readonly<Record<string, string>> {
  const objects = compiled.clusters.flatMap(({ resources }) => resources);
  return Object.fromEntries(objects.map(({ id, file }) => [`${id.kind} ${id.name}`, file.replace(/\/[^/]*$/, "")]));
}

/** A HelmRelease of a chart in a repository. */
function charted(name: string, sourceRef: RefTo<"HelmRepository">): Resource {
  const chart = { spec: { chart: "app", sourceRef } };
  return helmRelease(name, { chart, interval: "10m" }, { namespace: "default" });
}

describe("a resource that a container lists", () => {
  test("is written there, whoever needs it", () => {
    const chart = oci("chart");
    const outcome = compileResources([
      applying("sources", directory("sources", chart)),
      applying("apps", directory("apps", release("app", chart))),
      release("root", chart),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(places(outcome)).toMatchObject({ "OCIRepository chart": "sources" });
  });
});

describe("a resource that is needed and not listed", () => {
  test("is written into the container of what needs it", () => {
    const outcome = compileResources([
      applying("apps", directory("apps", release("app", oci("inside")))),
      release("root", oci("outside")),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(places(outcome)).toEqual({
      "Kustomization apps": "clusters/test",
      "HelmRelease app": "apps",
      "OCIRepository inside": "apps",
      "HelmRelease root": "clusters/test",
      "OCIRepository outside": "clusters/test",
    });
  });

  test("brings what it needs itself, step by step", () => {
    const credentials = secret("credentials", {}, { namespace: "flux-system" });
    const repository = helmRepository("charts", { url: "https://example.com", secretRef: credentials });
    const chart = resource({
      apiVersion: "source.toolkit.fluxcd.io/v1",
      kind: "HelmChart",
      metadata: { name: "chart", namespace: "flux-system" },
      spec: { chart: "app", interval: "1h", sourceRef: repository },
    });
    const outcome = compileResources(applying("apps", directory("apps", release("app", chart))));
    expect(outcome.codes).toEqual([]);
    expect(places(outcome)).toMatchObject({
      "HelmChart chart": "apps",
      "HelmRepository charts": "apps",
      "Secret credentials": "apps",
    });
  });

  test("follows what is written elsewhere, and not who needs that", () => {
    const credentials = secret("credentials", {}, { namespace: "flux-system" });
    const repository = helmRepository("charts", { url: "https://example.com", secretRef: credentials });
    const outcome = compileResources([repository, applying("apps", directory("apps", charted("app", repository)))]);
    expect(places(outcome)).toMatchObject({
      "HelmRepository charts": "clusters/test",
      "Secret credentials": "clusters/test",
    });
  });

  test("is not reached by a path: what a directory's content needs stays in the directory", () => {
    const own = git("own");
    const outcome = compileResources(
      applying("apps", directory("apps", release("app", oci("chart"))), { sourceRef: own }),
    );
    expect(places(outcome)).toMatchObject({ "GitRepository own": "clusters/test", "OCIRepository chart": "apps" });
  });

  test("by several of one container is written once", () => {
    const chart = oci("chart");
    const outcome = compileResources(applying("apps", directory("apps", [release("a", chart), release("b", chart)])));
    expect(outcome.codes).toEqual([]);
    expect(outcome.files["apps/kustomization.yaml"]).toHaveLength(3);
  });

  test("by what a group lists gets nothing of the group but its place", () => {
    const given = group({ namespace: "shop", labels: { a: "b" } }, [
      namespace("shop"),
      release("app", oci("chart"), {}),
    ]);
    const { manifest } = compileResources(given);
    expect(manifest("OCIRepository flux-system/chart").metadata).toEqual({ name: "chart", namespace: "flux-system" });
  });

  test("by two containers is an error that names them and says where to list it", () => {
    const chart = oci("chart");
    const needers = [release("a", chart), release("b", chart)];
    const outcome = compileResources(
      needers.map((needer, index) => applying(`k${index}`, directory(`d${index}`, needer))),
    );
    const mistake = mistakeIn(outcome);
    expect(mistake.code).toBe("placement/ambiguous");
    expect(mistake.site).toBe(callSiteOf(chart));
    expect(mistake.message).toContain("OCIRepository flux-system/chart");
    expect(mistake.message).toContain('directory "d0" (applied by Kustomization flux-system/k0)');
    expect(mistake.message).toContain('directory "d1" (applied by Kustomization flux-system/k1)');
    expect(mistake.hint).toContain("among the cluster's resources");
    expect(mistake.related?.map(({ site }) => site)).toEqual(needers.map(callSiteOf));
    expect(outcome.files).toEqual({});
  });

  test("by the root and a directory is an error too: it never moves because somebody else begins to use it", () => {
    const chart = oci("chart");
    const inDirectory = applying("apps", directory("apps", release("a", chart)));
    expect(places(compileResources(inDirectory))).toMatchObject({ "OCIRepository chart": "apps" });
    expect(compileResources([inDirectory, release("b", chart)]).codes).toEqual(["placement/ambiguous"]);
  });

  test("that is ambiguous says so once, and not for all that it needs", () => {
    const credentials = secret("credentials", {}, { namespace: "flux-system" });
    const charts = helmRepository("charts", { url: "https://example.com", secretRef: credentials });
    const outcome = compileResources([
      applying("a", directory("a", charted("a", charts))),
      applying("b", directory("b", charted("b", charts))),
    ]);
    expect(outcome.messages).toHaveLength(1);
    expect(outcome.messages[0]).toContain("HelmRepository flux-system/charts");
  });

  test("is written once listed, as the hint says", () => {
    const chart = oci("chart");
    const apps = ["a", "b"].map((name) => applying(name, directory(name, release(name, chart))));
    const outcome = compileResources([...apps, chart]);
    expect(outcome.codes).toEqual([]);
    expect(places(outcome)).toMatchObject({ "OCIRepository chart": "clusters/test" });
  });
});

describe("an API server", () => {
  const kubeConfig = { secretRef: external("Secret", "remote") };

  test("has a place of its own for what its objects need", () => {
    const chart = oci("chart");
    const outcome = compileResources([
      release("here", chart),
      applying("remote", directory("remote", release("there", chart)), { kubeConfig }),
    ]);
    expect(outcome.codes).toEqual([]);
    expect(outcome.files["clusters/test/ocirepository-chart.yaml"]).toEqual(["OCIRepository flux-system/chart"]);
    expect(outcome.files["remote/ocirepository-chart.yaml"]).toEqual(["OCIRepository flux-system/chart"]);
  });

  test("has its own ambiguities", () => {
    const chart = oci("chart");
    const remote = ["a", "b"].map((name) => applying(name, directory(name, release(name, chart)), { kubeConfig }));
    expect(compileResources([chart, remote]).codes).toEqual(["placement/ambiguous"]);
  });
});

describe("placement", () => {
  // Which charts each directory's releases need, and which charts the root lists.
  const fleets = fc.record({
    needs: fc.array(fc.uniqueArray(fc.nat(3), { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    listed: fc.uniqueArray(fc.nat(3), { maxLength: 2 }),
    seed: fc.array(fc.nat(), { minLength: 24, maxLength: 24 }),
  });

  test("does not depend on the order in which things are listed", () => {
    fc.assert(
      fc.property(fleets, ({ needs, listed, seed }) => {
        const build = (order: <T>(items: readonly T[]) => readonly T[]): Outcome => {
          const charts = [0, 1, 2, 3].map((index) => oci(`chart-${index}`));
          const directories = needs.map((indices, index) =>
            applying(
              `k${index}`,
              directory(
                `d${index}`,
                order(indices.flatMap((at) => charts.slice(at, at + 1).map((c) => release(`r${index}-${at}`, c)))),
              ),
            ),
          );
          return compileResources(order([...directories, ...listed.flatMap((at) => charts.slice(at, at + 1))]));
        };
        const [plain, shuffled] = [build((items) => items), build((items) => shuffle(items, seed))];
        expect(shuffled.files).toEqual(plain.files);
        expect([...shuffled.messages].sort()).toEqual([...plain.messages].sort());
      }),
    );
  });
});

function shuffle<T>(items: readonly T[], seed: readonly number[]): readonly T[] {
  return items
    .map((item, index) => ({ item, key: seed[index % seed.length] ?? 0 }))
    .sort((left, right) => left.key - right.key)
    .map(({ item }) => item);
}
