import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { outputFolder } from "../../../sdk/cli/disk/output-folder.ts";
import { temporaryFolder, writeFiles } from "../../tools/project.ts";

describe("outputFolder", () => {
  test("sees files and what is not there", () => {
    const root = temporaryFolder();
    writeFiles(root, { "apps/a.yaml": "a\r\nü\n" });
    const folder = outputFolder(root);
    expect(folder.look("apps/a.yaml")).toEqual({ type: "file", text: "a\r\nü\n" });
    expect(folder.look("apps/b.yaml")).toEqual({ type: "absent" });
    expect(folder.look("none/deeper/b.yaml")).toEqual({ type: "absent" });
    expect(outputFolder(join(root, "none")).look("a.yaml")).toEqual({ type: "absent" });
  });

  test("goes through no link, wherever it leads", () => {
    const root = temporaryFolder();
    writeFiles(root, { "real/deep/a.yaml": "a" });
    symlinkSync(temporaryFolder(), join(root, "outside"));
    symlinkSync("real", join(root, "inside"));
    symlinkSync("nowhere", join(root, "dangling"));
    const folder = outputFolder(root);
    for (const path of ["outside/a.yaml", "outside/b/c.yaml", "inside/deep/a.yaml", "dangling/a.yaml"]) {
      expect(folder.look(path)).toMatchObject({ type: "blocked", code: "layout/outside" });
    }
    expect(folder.look("real/deep/a.yaml")).toMatchObject({ type: "file" });
  });

  test("takes nothing for a file that is none", () => {
    const root = temporaryFolder();
    writeFiles(root, { "real.yaml": "a", "file/x": "" });
    mkdirSync(join(root, "folder.yaml"));
    symlinkSync("real.yaml", join(root, "link.yaml"));
    execFileSync("mkfifo", [join(root, "pipe.yaml")]);
    const folder = outputFolder(root);
    for (const path of ["folder.yaml", "link.yaml", "file/x/a.yaml"]) {
      expect(folder.look(path)).toMatchObject({ type: "blocked", code: "layout/foreign-file" });
    }
    // Nobody writes to the pipe, and yet the build goes on.
    expect(folder.look("pipe.yaml")).toEqual({ type: "file", text: "" });
  });

  test("follows a link to the folder itself: that is the user's own choice", () => {
    const real = temporaryFolder();
    writeFiles(real, { "a.yaml": "a" });
    const link = join(temporaryFolder(), "link");
    symlinkSync(real, link);
    expect(outputFolder(link).look("a.yaml")).toEqual({ type: "file", text: "a" });
  });
});
