import { describe, expect, test } from "vitest";
import { INDEX_PATH } from "../../../sdk/emit/index-file.ts";
import { configMap, directory, namespace } from "../../../sdk/index.ts";
import { applying } from "../compile/small-resources.ts";
import { build, buildFiles, clusterOf, type Disk, filesOn } from "./simulated-builds.ts";

const A = "clusters/a/configmap-a.yaml";
const B = "clusters/a/configmap-b.yaml";

function settings(name: string, value = "1") {
  return configMap(name, { data: { value } }, { namespace: "default" });
}

/** A disk on which two settings were built, and nothing else. */
function builtDisk(): Disk {
  const disk: Disk = new Map();
  expect(build(disk, clusterOf("a", [settings("a"), settings("b")])).codes).toEqual([]);
  return disk;
}

describe("what a build writes", () => {
  test("is everything on an empty disk, and nothing the second time", () => {
    const disk: Disk = new Map();
    const given = clusterOf("a", [settings("a"), settings("b")]);
    expect(build(disk, given).done).toEqual([`write ${A}`, `write ${B}`]);
    const index = disk.get(INDEX_PATH);
    const second = build(disk, given);
    expect(second).toMatchObject({ done: [], codes: [], unchanged: 2 });
    expect(disk.get(INDEX_PATH)).toBe(index);
  });

  test("is what changed in the program", () => {
    const disk = builtDisk();
    expect(build(disk, clusterOf("a", [settings("a", "2"), settings("b")])).done).toEqual([`update ${A}`]);
  });

  test("is what somebody deleted", () => {
    const disk = builtDisk();
    disk.delete(A);
    expect(build(disk, clusterOf("a", [settings("a"), settings("b")])).done).toEqual([`write ${A}`]);
  });

  test("is nothing where Git checked files out with other line ends", () => {
    const disk = builtDisk();
    for (const [path, text] of disk) if (typeof text === "string") disk.set(path, text.replaceAll("\n", "\r\n"));
    expect(build(disk, clusterOf("a", [settings("a"), settings("b")]))).toMatchObject({ done: [], codes: [] });
    expect(build(disk, clusterOf("a", [settings("a", "2")])).done).toEqual([`update ${A}`, `remove ${B}`]);
  });

  test("is the index alone where the files are right already", () => {
    const disk = builtDisk();
    disk.delete(INDEX_PATH);
    const outcome = build(disk, clusterOf("a", [settings("a"), settings("b")]));
    expect(outcome).toMatchObject({ done: [], codes: ["layout/adopted"], unchanged: 2 });
    expect(outcome.diagnostics[0]).toMatchObject({ severity: "info", file: A, related: [{ file: B }] });
    expect(build(disk, clusterOf("a", settings("a"))).done).toEqual([`remove ${B}`]);
  });
});

describe("a file that somebody else wrote", () => {
  test("is not overwritten, and nothing else is written either", () => {
    const disk: Disk = new Map([[A, "mine\n"]]);
    const outcome = build(disk, clusterOf("a", [settings("a"), settings("b")]));
    expect(outcome).toMatchObject({ done: [], codes: ["layout/foreign-file"] });
    expect(outcome.diagnostics[0]).toMatchObject({ file: A, severity: "error" });
    expect([...disk]).toEqual([[A, "mine\n"]]);
  });

  test("is overwritten when it is forced", () => {
    const disk: Disk = new Map([[A, "mine\n"]]);
    expect(build(disk, clusterOf("a", settings("a")), { force: [A] }).done).toEqual([`update ${A}`]);
    expect(build(disk, clusterOf("a", settings("a"))).done).toEqual([]);
  });

  test("is not looked at where no file belongs", () => {
    const disk: Disk = new Map([["clusters/a/mine.yaml", "mine\n"]]);
    build(disk, clusterOf("a", settings("a")));
    expect(filesOn(disk)).toEqual([A, "clusters/a/mine.yaml"]);
  });
});

describe("a file that somebody edited", () => {
  test("is not overwritten unless it is forced", () => {
    const disk = builtDisk();
    disk.set(A, "edited\n");
    const given = clusterOf("a", [settings("a", "2"), settings("b")]);
    expect(build(disk, given)).toMatchObject({ done: [], codes: ["layout/edited-file"] });
    expect(disk.get(A)).toBe("edited\n");
    expect(build(disk, given, { force: [A] }).done).toEqual([`update ${A}`]);
  });

  test("is not removed unless it is forced", () => {
    const disk = builtDisk();
    disk.set(B, "edited\n");
    expect(build(disk, clusterOf("a", settings("a")))).toMatchObject({ done: [], codes: ["layout/edited-file"] });
    expect(build(disk, clusterOf("a", settings("a")), { force: [B] }).done).toEqual([`remove ${B}`]);
  });

  test("is fine where the program says the same by now", () => {
    const disk = builtDisk();
    const other: Disk = new Map();
    build(other, clusterOf("a", [settings("a", "2"), settings("b")]));
    disk.set(A, other.get(A) ?? "");
    expect(build(disk, clusterOf("a", [settings("a", "2"), settings("b")]))).toMatchObject({ done: [], codes: [] });
  });
});

describe("what is removed", () => {
  test("is what an earlier build wrote and this one does not", () => {
    const disk = builtDisk();
    expect(build(disk, clusterOf("a", settings("a"))).done).toEqual([`remove ${B}`]);
    expect(filesOn(disk)).toEqual([A]);
    expect(build(disk, clusterOf("a", settings("a"))).done).toEqual([]);
  });

  test("is nothing where somebody was faster", () => {
    const disk = builtDisk();
    disk.delete(B);
    expect(build(disk, clusterOf("a", settings("a")))).toMatchObject({ done: [], codes: [] });
    expect(disk.get(INDEX_PATH)).not.toContain(B);
  });

  test("is nothing of clusters that are not built", () => {
    const disk: Disk = new Map();
    build(disk, [clusterOf("a", settings("a")), clusterOf("b", settings("b"))]);
    const before = disk.get(INDEX_PATH);
    expect(build(disk, [clusterOf("a", settings("a")), clusterOf("b", [])], { clusters: ["a"] }).done).toEqual([]);
    expect(disk.get(INDEX_PATH)).toBe(before);
    expect(build(disk, [clusterOf("a", settings("a")), clusterOf("b", [])]).done).toEqual([
      "remove clusters/b/configmap-b.yaml",
    ]);
  });

  test("is a shared directory only when its last cluster is gone", () => {
    const disk: Disk = new Map();
    const shared = () => applying("apps", directory("apps/shared", namespace("shop")));
    build(disk, [clusterOf("a", shared()), clusterOf("b", shared())]);
    const withoutB = [clusterOf("a", shared()), clusterOf("b", settings("b"))];
    expect(build(disk, withoutB, { clusters: ["b"], allowPrune: true }).done).toEqual([
      "write clusters/b/configmap-b.yaml",
      "remove clusters/b/kustomization-apps.yaml",
    ]);
    expect(disk.get(INDEX_PATH)).toContain('"apps/shared/namespace-shop.yaml"');
    const without = [clusterOf("a", settings("a")), clusterOf("b", settings("b"))];
    expect(build(disk, without, { allowPrune: true }).done).toEqual([
      "remove apps/shared/kustomization.yaml",
      "remove apps/shared/namespace-shop.yaml",
      "write clusters/a/configmap-a.yaml",
      "remove clusters/a/kustomization-apps.yaml",
    ]);
  });

  test("is nothing where the index cannot be read", () => {
    const disk = builtDisk();
    disk.set(INDEX_PATH, String(disk.get(INDEX_PATH)).slice(1));
    const outcome = build(disk, clusterOf("a", settings("a")));
    expect(outcome).toMatchObject({ done: [], codes: ["index/unreadable"] });
    expect(filesOn(disk)).toEqual([A, B]);
    expect(build(disk, clusterOf("a", settings("a"))), "the index was made anew").toMatchObject({
      done: [],
      codes: [],
    });
  });
});

/** What Git leaves of two texts that have nothing in common. */
function conflict(ours: string, theirs: string): string {
  return `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
}

describe("a merge of two branches", () => {
  const apps = (...names: readonly string[]) =>
    clusterOf(
      "a",
      applying(
        "apps",
        directory(
          "apps",
          names.map((name) => settings(name)),
        ),
      ),
    );

  /** A disk as Git leaves it where two branches changed the same files, with marks around all that they hold. */
  function merged(ours: Disk, theirs: Disk): Disk {
    const disk: Disk = new Map([...ours, ...theirs]);
    for (const [path, text] of ours) {
      const other = theirs.get(path) ?? text;
      if (typeof text === "string" && typeof other === "string" && text !== other)
        disk.set(path, conflict(text, other));
    }
    return disk;
  }

  function builtBy(given: ReturnType<typeof clusterOf>): Disk {
    const disk: Disk = new Map();
    build(disk, given);
    return disk;
  }

  test("that each added an object ends as one program that has both", () => {
    const disk = merged(builtBy(apps("a", "b")), builtBy(apps("a", "c")));
    expect(disk.get(INDEX_PATH)).toContain("<<<<<<<");
    expect(build(disk, apps("a", "b", "c"))).toMatchObject({ codes: [], done: ["update apps/kustomization.yaml"] });
    expect(new Map([...disk].sort())).toEqual(new Map([...builtBy(apps("a", "b", "c"))].sort()));
  });

  test("removes what neither the program nor a person wants", () => {
    const disk = merged(builtBy(apps("a", "b")), builtBy(apps("a", "c")));
    expect(build(disk, apps("a", "c"))).toMatchObject({ codes: [] });
    expect(filesOn(disk)).not.toContain("apps/configmap-b.yaml");
  });

  test("that each changed one object writes what the program says by now", () => {
    const disk = merged(builtBy(clusterOf("a", settings("a", "1"))), builtBy(clusterOf("a", settings("a", "2"))));
    expect(disk.get(A)).toContain("<<<<<<<");
    expect(build(disk, clusterOf("a", settings("a", "3")))).toMatchObject({ codes: [], done: [`update ${A}`] });
  });

  test("takes either text of a file where Git or a person chose one", () => {
    const [ours, theirs] = [builtBy(clusterOf("a", settings("a", "1"))), builtBy(clusterOf("a", settings("a", "2")))];
    for (const side of [ours, theirs]) {
      const disk = merged(ours, theirs).set(A, side.get(A) ?? "");
      expect(build(disk, clusterOf("a", settings("a", "3")))).toMatchObject({ codes: [], done: [`update ${A}`] });
    }
  });

  test("is reported where a side is nothing that Sluice wrote", () => {
    const disk = merged(builtBy(clusterOf("a", settings("a", "1"))), builtBy(clusterOf("a", settings("a", "2"))));
    disk.set(A, conflict("edited\n", "mine\n"));
    const outcome = build(disk, clusterOf("a", settings("a", "3")));
    expect(outcome).toMatchObject({ codes: ["layout/edited-file"], done: [] });
    expect(outcome.diagnostics[0]?.message).toContain("merge conflict");
    disk.delete(INDEX_PATH);
    const foreign = build(disk, clusterOf("a", settings("a", "3")));
    expect(foreign.codes).toEqual(["layout/foreign-file"]);
    expect(foreign.diagnostics[0]?.message).toContain("merge conflict");
  });
});

describe("a build that was killed", () => {
  const older = clusterOf("a", [settings("a"), settings("b"), settings("c")]);
  const newer = clusterOf("a", [settings("a", "2"), settings("b", "2"), settings("d")]);
  const newest = clusterOf("a", [settings("a", "3"), settings("b", "3")]);

  test.each([0, 1, 2, 3])("after %i changes is completed by the next", (killedAfter) => {
    const disk: Disk = new Map();
    build(disk, older);
    build(disk, newer, { killedAfter });
    expect(build(disk, newer).codes.filter((code) => code !== "layout/adopted")).toEqual([]);
    const wanted: Disk = new Map();
    build(wanted, newer);
    expect(new Map([...disk].sort())).toEqual(new Map([...wanted].sort()));
  });

  const kills = [0, 1, 2, 3].flatMap((first) => [0, 1, 2].map((second) => [first, second] as const));
  test.each(kills)("after %i changes, and another after %i, are completed by the next", (first, second) => {
    const disk: Disk = new Map();
    build(disk, older);
    build(disk, newer, { killedAfter: first });
    build(disk, newest, { killedAfter: second });
    expect(build(disk, older).codes.filter((code) => code !== "layout/adopted")).toEqual([]);
    const wanted: Disk = new Map();
    build(wanted, older);
    expect(new Map([...disk].sort())).toEqual(new Map([...wanted].sort()));
  });

  test.each([0, 1, 2, 3])("after %i changes is no edit by hand for another program", (killedAfter) => {
    const disk: Disk = new Map();
    build(disk, older);
    build(disk, newer, { killedAfter });
    expect(build(disk, newest).codes).toEqual([]);
    const wanted: Disk = new Map();
    build(wanted, newest);
    expect(new Map([...disk].sort())).toEqual(new Map([...wanted].sort()));
  });
});

describe("paths", () => {
  const at = (path: string) =>
    ({ type: "kustomization", path, clusters: ["a"], owners: ["root"], resources: [], options: {} }) as const;

  test.each([
    "../out.yaml",
    "/etc/out.yaml",
    "a/../../out.yaml",
    "a//b.yaml",
    "C:/out.yaml",
    "a\\..\\out.yaml",
    ".git/hooks/x",
    ".sluice/x",
  ])("%s is not written to", (path) => {
    const disk: Disk = new Map();
    expect(buildFiles(disk, [at(path)])).toMatchObject({ done: [], codes: ["layout/outside"] });
  });

  test.each([
    ["apps/A.yaml", "apps/a.yaml"],
    ["Apps/a.yaml", "apps/b.yaml"],
  ])("%s and %s are one on some machines", (left, right) => {
    expect(buildFiles(new Map(), [at(left), at(right)])).toMatchObject({ done: [], codes: ["layout/case-collision"] });
  });

  test("folders that differ in case are said once, and not for each file in them", () => {
    const files = ["apps/a/x.yaml", "apps/A/x.yaml", "apps/A/y.yaml"].map(at);
    const { diagnostics, codes } = buildFiles(new Map(), files);
    expect(codes).toEqual(["layout/case-collision"]);
    expect(diagnostics[0]?.message).toContain('"apps/a" and "apps/A"');
  });

  test("somebody's kustomization.yaml belongs into the options of directory()", () => {
    const disk: Disk = new Map([["apps/kustomization.yaml", "resources: [a.yaml]\n"]]);
    const { diagnostics } = buildFiles(disk, [at("apps/kustomization.yaml")]);
    expect(diagnostics).toMatchObject([{ code: "layout/foreign-file", file: "apps/kustomization.yaml" }]);
    expect(diagnostics[0]?.hint).toContain("options of directory()");
  });

  test("what is in the way is said", () => {
    const blocked = { type: "blocked", code: "layout/outside", message: "a link", hint: "none" } as const;
    const disk: Disk = new Map([[A, blocked]]);
    expect(build(disk, clusterOf("a", settings("a"))).diagnostics).toMatchObject([
      { code: "layout/outside", message: "a link", file: A },
    ]);
  });

  test("an index that leads outside is not followed", () => {
    const disk = builtDisk();
    disk.set("../victim", "victim");
    disk.set(INDEX_PATH, String(disk.get(INDEX_PATH)).replace(B, "../victim"));
    expect(build(disk, clusterOf("a", settings("a"))).codes).toEqual(["index/unreadable"]);
    expect(disk.get("../victim")).toBe("victim");
  });

  test("a name whose case changes is written anew after the old one is gone", () => {
    // Such a disk finds the file under either name.
    class CaseInsensitiveDisk extends Map<string, string> {
      override get(path: string): string | undefined {
        return super.get(this.#nameOf(path));
      }
      override set(path: string, text: string): this {
        return super.set(this.#nameOf(path), text);
      }
      override delete(path: string): boolean {
        return super.delete(this.#nameOf(path));
      }
      #nameOf(path: string): string {
        return [...this.keys()].find((name) => name.toLowerCase() === path.toLowerCase()) ?? path;
      }
    }
    const disk = new CaseInsensitiveDisk();
    buildFiles(disk, [at("Apps/a.yaml")]);
    const outcome = buildFiles(disk, [at("apps/a.yaml")]);
    expect(outcome).toMatchObject({ done: ["remove Apps/a.yaml", "update apps/a.yaml"], codes: [] });
  });
});
