import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { applyChanges, removeLeftovers, type Written } from "../../../sdk/cli/disk/write-files.ts";
import type { FileChange } from "../../../sdk/emit/file-verdict.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";

const write = (path: string, text: string): FileChange => ({ action: "write", path, text });
const remove = (path: string): FileChange => ({ action: "remove", path });

function apply(root: string, ...changes: readonly FileChange[]): Written {
  return applyChanges(root, { changes, index: new Map(), recovered: undefined });
}

/** Every file and folder. */
function all(root: string): readonly string[] {
  return readdirSync(root, { recursive: true }).map(String).sort();
}

describe("applyChanges", () => {
  test("writes files and the index, and leaves nothing else", () => {
    const root = join(temporaryFolder(), "new");
    apply(root, write("apps/a.yaml", "a\n"), write("b.yaml", "b\n"));
    expect(readFileSync(join(root, "apps/a.yaml"), "utf8")).toBe("a\n");
    expect(readdirSync(root, { recursive: true }).sort()).toEqual([
      ".sluice",
      ".sluice/index.json",
      "apps",
      "apps/a.yaml",
      "b.yaml",
    ]);
  });

  test("replaces a file as a whole: who has the old one open keeps it", () => {
    const root = temporaryFolder();
    writeFiles(root, { "a.yaml": "old\n" });
    const before = statSync(join(root, "a.yaml")).ino;
    apply(root, { action: "update", path: "a.yaml", text: "new\n" });
    expect(statSync(join(root, "a.yaml")).ino).not.toBe(before);
    expect(readFileSync(join(root, "a.yaml"), "utf8")).toBe("new\n");
  });

  test("removes files and the folders that become empty, and no others", () => {
    const root = temporaryFolder();
    writeFiles(root, { "a/b/c.yaml": "", "a/b/d/e.yaml": "", "x/y.yaml": "", "x/mine.txt": "" });
    apply(root, remove("a/b/c.yaml"), remove("a/b/d/e.yaml"), remove("x/y.yaml"), remove("gone/z.yaml"));
    expect(existsSync(join(root, "a"))).toBe(false);
    expect(readdirSync(join(root, "x"))).toEqual(["mine.txt"]);
  });

  test("writes to a folder again that it has just removed", () => {
    const root = temporaryFolder();
    writeFiles(root, { "a/b.yaml": "" });
    apply(root, remove("a/b.yaml"), write("a/c.yaml", "c\n"));
    expect(readdirSync(join(root, "a"))).toEqual(["c.yaml"]);
  });
});

describe("where the system refuses a file", () => {
  test("nothing has changed when it refuses to write", () => {
    const root = temporaryFolder();
    writeFiles(root, { "b.yaml": "old\n", "gone.yaml": "", "file.txt": "" });
    const before = all(root);
    const changes = [
      remove("gone.yaml"),
      write("new/a/b.yaml", ""),
      write("b.yaml", "new\n"),
      write("file.txt/c.yaml", ""),
    ];
    expect(apply(root, ...changes)).toMatchObject({ type: "failed", path: "file.txt/c.yaml", made: [] });
    expect(all(root).filter((path) => path !== ".sluice")).toEqual(before);
    expect(readFileSync(join(root, "b.yaml"), "utf8")).toBe("old\n");
  });

  test("what was done stays known to the next build when it refuses to rename", () => {
    const root = temporaryFolder();
    writeFiles(root, { "b.yaml/in-the-way.txt": "" });
    const changes = [write("a.yaml", "a\n"), write("b.yaml", "b\n"), write("c.yaml", "c\n")];
    expect(apply(root, ...changes)).toMatchObject({ type: "failed", path: "b.yaml", made: [{ path: "a.yaml" }] });
    expect(all(root)).toEqual([".sluice", ".sluice/index.json.next", "a.yaml", "b.yaml", "b.yaml/in-the-way.txt"]);
  });
});

test("removeLeftovers removes what a killed build was writing, and nothing else", () => {
  const root = temporaryFolder();
  const entry = { digest: "", clusters: new Map(), objects: [], unpruned: [], keeping: [] };
  const kept = { "a/b.yaml": "", "a/.sluice-x.tmp": "", "other/.sluice-12.tmp": "" };
  writeFiles(root, { ...kept, "a/.sluice-12.tmp": "", "a/.sluice-12-3.tmp": "", ".sluice/.sluice-99.tmp": "" });
  removeLeftovers(
    root,
    new Map([
      ["a/b.yaml", entry],
      ["gone/c.yaml", entry],
    ]),
  );
  const left = readdirSync(root, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(root, path)).isFile());
  expect(left.sort()).toEqual(Object.keys(kept).sort());
});
