import { describe, expect, test } from "vitest";
import { directory, external, fluxSystem, kustomization, namespace } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compileResources, mistakeIn, type Outcome } from "./compile-fleet.ts";
import { applying, git, oci } from "./small-resources.ts";
import { viewOf } from "./view-of.ts";

const shop = namespace("shop");

function pathOf({ manifest }: Outcome, name: string): unknown {
  const { spec } = manifest(`Kustomization flux-system/${name}`);
  return typeof spec === "object" && spec !== null && "path" in spec ? spec.path : undefined;
}

describe("the path of a directory", () => {
  test("is written from the root of the artifact, with ./", () => {
    expect(pathOf(compileResources(applying("apps", directory("apps/test", shop))), "apps")).toBe("./apps/test");
  });

  test("is relative to the folder that its source delivers", () => {
    const fleetRepository = oci("fleet");
    const apps = applying("apps", directory("deploy/apps", shop), { sourceRef: fleetRepository });
    const outcome = compileResources(apps, { sources: [{ source: fleetRepository, root: "deploy" }] });
    expect(outcome.codes).toEqual([]);
    expect(pathOf(outcome, "apps")).toBe("./apps");
    expect(Object.keys(outcome.files)).toContain("deploy/apps/namespace-shop.yaml");
  });

  test("is ./ for the folder that its source delivers itself", () => {
    const apps = applying("apps", directory("deploy", shop));
    expect(pathOf(compileResources(apps, { sources: [{ source: fluxSystem, root: "deploy" }] }), "apps")).toBe("./");
  });

  const roots = ["deploy", "./deploy", "deploy/", "./deploy/"];
  test.each(roots)("does not depend on how the root %j is spelt", (root) => {
    const apps = applying("apps", directory("deploy/apps", shop));
    expect(pathOf(compileResources(apps, { sources: [{ source: fluxSystem, root }] }), "apps")).toBe("./apps");
  });

  test.each(["", ".", "./"])("is from the repository's root when the root is %j", (root) => {
    const apps = applying("apps", directory("deploy/apps", shop));
    const outcome = compileResources(apps, { sources: [{ source: fluxSystem, root }] });
    expect(pathOf(outcome, "apps")).toBe("./deploy/apps");
  });

  test("that is a string stays as it is written", () => {
    expect(pathOf(compileResources(applying("apps", "deploy/apps/")), "apps")).toBe("deploy/apps/");
  });
});

describe("the sources that deliver this repository", () => {
  test("are, when nothing is said, the one that all directories hang under", () => {
    const own = git("own");
    const given = ["a", "b"].map((name) => applying(name, directory(name, []), { sourceRef: own }));
    expect(compileResources(given).codes).toEqual([]);
  });

  test("are found by identity: a value, a reference and a plain object are one source", () => {
    const own = git("own");
    const outcome = compileResources([
      applying("a", directory("a", []), { sourceRef: own }),
      applying("b", directory("b", []), { sourceRef: external("GitRepository", "own") }),
      applying("c", directory("c", []), { sourceRef: { kind: "GitRepository", name: "own" } }),
    ]);
    expect(outcome.codes).toEqual([]);
  });

  test("may be several, each with its folder", () => {
    const [infra, apps] = [oci("infra"), oci("apps")];
    const outcome = compileResources(
      [
        applying("infra", directory("deploy/infra", []), { sourceRef: infra }),
        applying("apps", directory("deploy/apps/web", []), { sourceRef: apps }),
      ],
      {
        sources: [
          { source: infra, root: "deploy/infra" },
          { source: apps, root: "deploy/apps" },
        ],
      },
    );
    expect(outcome.codes).toEqual([]);
    expect([pathOf(outcome, "infra"), pathOf(outcome, "apps")]).toEqual(["./", "./web"]);
  });

  test("must be said when directories hang under several", () => {
    const cluster = [applying("a", directory("a", [])), applying("b", directory("b", []), { sourceRef: git("other") })];
    const mistake = mistakeIn(compileResources(cluster));
    expect(mistake.code).toBe("directory/which-source");
    expect(mistake.message).toContain("GitRepository flux-system/flux-system, GitRepository flux-system/other");
    expect(mistake.hint).toContain('sources: [{ source, root: "apps" }');
    expect(mistake.related?.map(({ site }) => site)).toEqual(cluster.map(callSiteOf));
  });

  test("do not count the sources of folders that others write", () => {
    const given = [applying("a", directory("a", [])), applying("b", "./b", { sourceRef: git("other") })];
    expect(compileResources(given).codes).toEqual([]);
  });
});

describe("a directory under a source that does not deliver this repository", () => {
  test("is an error at its Kustomization", () => {
    const apps = applying("apps", directory("apps", []), { sourceRef: git("other") });
    const mistake = mistakeIn(compileResources(apps, { sources: [{ source: fluxSystem }] }));
    expect(mistake.code).toBe("directory/other-source");
    expect(mistake.site).toBe(callSiteOf(apps));
    expect(mistake.message).toContain("GitRepository flux-system/other");
    expect(mistake.hint).toContain("sources: [{ source, root }]");
  });

  test("is an error when it lies outside of the folder that the source delivers", () => {
    const apps = applying("apps", directory("apps", []));
    const mistake = mistakeIn(compileResources(apps, { sources: [{ source: fluxSystem, root: "deploy" }] }));
    expect(mistake.code).toBe("directory/other-source");
    expect(mistake.message).toContain(
      'reads directory "apps" from GitRepository flux-system/flux-system, which delivers only "deploy"',
    );
  });

  test("is told from one whose path begins with the same letters", () => {
    const apps = applying("apps", directory("deployments", []));
    const { codes } = compileResources(apps, { sources: [{ source: fluxSystem, root: "deploy" }] });
    expect(codes).toEqual(["directory/other-source"]);
  });
});

describe("the source that bootstrap makes", () => {
  test("is there without being listed, and is not written", () => {
    const { codes, identities } = compileResources(applying("apps", directory("apps", [])));
    expect(codes).toEqual([]);
    expect(identities).toEqual(["Kustomization flux-system/apps"]);
  });

  test("is meant by its names too", () => {
    const sourceRef = { kind: "GitRepository", name: "flux-system" } as const;
    expect(compileResources(applying("apps", directory("apps", []), { sourceRef })).codes).toEqual([]);
  });

  test("has its namespace written by those that are in another", () => {
    const apps = kustomization(
      "apps",
      { sourceRef: fluxSystem, path: directory("apps", []), interval: "10m", prune: true },
      { namespace: "default" },
    );
    const { manifest } = compileResources(apps);
    expect(manifest("Kustomization default/apps")["spec"]).toMatchObject({
      sourceRef: { kind: "GitRepository", name: "flux-system", namespace: "flux-system" },
    });
  });
});

describe("a path that is a string", () => {
  const folders = { "apps/test": true, "apps/gone": false, "deploy/gone": false };
  const view = viewOf({}, { folders });
  // It tells which source delivers this repository.
  const ours = applying("ours", directory("ours", []));

  test("is looked up where its source delivers it, and a missing one is a warning", () => {
    const gone = applying("gone", "./apps/gone");
    const mistake = mistakeIn(compileResources([ours, applying("there", "./apps/test"), gone], {}, view));
    expect(mistake).toMatchObject({ code: "path/missing", severity: "warning", path: ["spec", "path"] });
    expect(mistake.site).toBe(callSiteOf(gone));
    expect(mistake.message).toContain('"./apps/gone"');
    expect(mistake.hint).toContain("directory()");
  });

  test("is looked up from the root of its source's artifact", () => {
    const given = [ours, applying("gone", "gone/")];
    const sources = [{ source: fluxSystem, root: "deploy" }];
    const { messages } = compileResources(given.slice(1), { sources }, view);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('"gone/"');
  });

  test("is not looked up under a source that delivers something else", () => {
    const elsewhere = applying("elsewhere", "./apps/gone", { sourceRef: git("other") });
    expect(compileResources([ours, elsewhere], {}, view).codes).toEqual([]);
  });

  test("is not looked up when a variable is part of it, or without a disk", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is Flux that fills it in.
    const variable = applying("variable", "./apps/${name}");
    expect(compileResources([ours, variable], {}, view).codes).toEqual([]);
    expect(compileResources([ours, applying("gone", "./apps/gone")]).codes).toEqual([]);
  });

  test("exists when Sluice is about to write it", () => {
    const kubeConfig = { secretRef: external("Secret", "remote") };
    const given = [applying("web", directory("apps/gone/web", [])), applying("all", "./apps/gone", { kubeConfig })];
    expect(compileResources(given, {}, view).codes).toEqual([]);
  });
});
