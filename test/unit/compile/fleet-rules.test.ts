import { describe, expect, test } from "vitest";
import { type Cluster, cluster, directory, fleet, namespace, type Resources } from "../../../sdk/index.ts";
import { callSiteOf } from "../../../sdk/model/source-location.ts";
import { compile, mistakeIn } from "./compile-fleet.ts";
import { applying, git } from "./small-resources.ts";

function at(path: string, name = path, resources: Resources = []): Cluster {
  return cluster(name, { path, flux: "2.9", resources });
}

describe("the clusters of a fleet", () => {
  test("are compiled in its order, each by itself", () => {
    const clusters = [at("clusters/b", "b", namespace("b")), at("clusters/a", "a", namespace("a"))];
    const { codes, compiled, files } = compile(fleet(clusters));
    expect(codes).toEqual([]);
    expect(compiled.clusters.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(Object.keys(files)).toEqual(["clusters/a/namespace-a.yaml", "clusters/b/namespace-b.yaml"]);
  });

  test("may hold one value several times", () => {
    const own = git("own");
    const { codes, files } = compile(["a", "b"].map((name) => at(`clusters/${name}`, name, own)));
    expect(codes).toEqual([]);
    expect(Object.keys(files)).toHaveLength(2);
  });

  test("are compiled alone when they are asked for", () => {
    const clusters = ["a", "b"].map((name) => at(`clusters/${name}`, name, namespace(name)));
    const { compiled, files } = compile(clusters, { clusters: ["b"] });
    expect(compiled.clusters.map(({ name }) => name)).toEqual(["b"]);
    expect(Object.keys(files)).toEqual(["clusters/b/namespace-b.yaml"]);
  });

  test("are checked against each other also when one is asked for", () => {
    const clusters = [at("clusters/a", "a"), at("clusters/a/b", "b")];
    expect(compile(clusters, { clusters: ["b"] }).codes).toEqual(["cluster/nested-path"]);
  });

  test("have names of their own", () => {
    const [first, second] = [at("clusters/a", "same"), at("clusters/b", "same")];
    const mistake = mistakeIn(compile([first, second]));
    expect(mistake.code).toBe("cluster/duplicate");
    expect(mistake.site).toBe(callSiteOf(second));
    expect(mistake.message).toContain('"same"');
    expect(mistake.hint).toContain("a name of its own");
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(first)]);
  });

  test("have paths of their own", () => {
    const [first, second] = [at("clusters/same", "a"), at("./clusters/same/", "b")];
    const mistake = mistakeIn(compile([first, second]));
    expect(mistake.code).toBe("cluster/duplicate");
    expect(mistake.site).toBe(callSiteOf(second));
    expect(mistake.message).toContain('cluster "b" has the path of cluster "a", "clusters/same"');
    expect(mistake.hint).toContain("a folder of its own");
  });

  test.each([
    ["clusters", "clusters/b", 'cluster "b" lies in the path of cluster "a"', 'other: "clusters/a" and "clusters/b"'],
    [
      "clusters/b/c",
      "clusters/b",
      'cluster "a" lies in the path of cluster "b"',
      'other: "clusters/b/b" and "clusters/b/c"',
    ],
    ["", "clusters/b", 'cluster "b" lies in the path of cluster "a"', 'other: "a" and "clusters/b"'],
    ["", "a", 'cluster "b" lies in the path of cluster "a"', "other"],
  ])("have paths %j and %j apart", (one, other, says, instead) => {
    const [first, second] = [at(one, "a"), at(other, "b")];
    const mistake = mistakeIn(compile([first, second]));
    expect(mistake.code).toBe("cluster/nested-path");
    expect(mistake.site).toBe(callSiteOf(second));
    expect(mistake.message).toContain(says);
    expect(mistake.hint).toBe(`put the clusters' folders beside each ${instead}`);
    expect(mistake.related?.map(({ site }) => site)).toEqual([callSiteOf(first)]);
  });

  test("have paths that may begin with the same letters", () => {
    expect(compile([at("clusters/a"), at("clusters/a-b"), at("clusters/ab")]).codes).toEqual([]);
  });

  test("say each pair's mistake once", () => {
    expect(compile([at("a"), at("a/b"), at("a/b/c")]).codes).toHaveLength(3);
  });

  test("keep their directories out of each other's paths", () => {
    const inside = at("clusters/a", "a", applying("apps", directory("clusters/b/apps", namespace("shop"))));
    const mistake = mistakeIn(compile([inside, at("clusters/b", "b")]));
    expect(mistake.code).toBe("layout/directory-place");
    expect(mistake.message).toContain('"clusters/b"');
  });
});

describe("a path", () => {
  const outside = ["../clusters/a", "clusters/../../a", "/clusters/a", "C:/clusters", "clusters\\a", "clusters/./a"];

  test.each(outside)("of a cluster is not %j", (path) => {
    const given = at(path, "a");
    const mistake = mistakeIn(compile(given));
    expect(mistake.code).toBe("layout/outside");
    expect(mistake.site).toBe(callSiteOf(given));
    expect(mistake.message).toContain(JSON.stringify(path));
    expect(mistake.hint).toContain('"clusters/production"');
  });

  test.each(outside)("of a directory is not %j", (path) => {
    const folder = directory(path, namespace("shop"));
    const mistake = mistakeIn(compile(at("clusters/test", "test", applying("apps", folder))));
    expect(mistake.code).toBe("layout/outside");
    expect(mistake.site).toBe(callSiteOf(folder));
    expect(mistake.hint).toContain('"apps/production"');
  });

  test.each([".git/a", "clusters/.git", ".sluice"])(
    "does not lead into the folder %j that is not the program's",
    (path) => {
      expect(mistakeIn(compile(at(path, "a"))).code).toBe("layout/outside");
    },
  );

  test.each(["/", "//", "./", "."])("of a cluster that is %j is the repository's root, or refused", (path) => {
    const { codes, files } = compile(at(path, "a", namespace("shop")));
    if (codes.length > 0) expect(codes).toEqual(["layout/outside"]);
    else expect(Object.keys(files)).toEqual(["namespace-shop.yaml"]);
    expect(codes).toEqual(path.startsWith("/") ? ["layout/outside"] : []);
  });
});
