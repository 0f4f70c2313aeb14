import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { cacheFolder, moduleFolder, outputFolder } from "../../../lab/build/cache.ts";
import { temporaryFolder } from "../../../tools/project.ts";

const GO = { version: "go1.26.8", os: "linux", architecture: "amd64" };

test.for([
  [{ SLUICE_LAB_CACHE: "/caches/lab", XDG_CACHE_HOME: "/home/a/caches" }, "/caches/lab"],
  [
    { XDG_CACHE_HOME: "/home/a/caches" },
    process.platform === "darwin" ? /Library\/Caches\/sluice-lab$/ : "/home/a/caches/sluice-lab",
  ],
  [{}, /sluice-lab$/],
] as const)("%o", ([env, want]) => {
  expect(cacheFolder(env)).toMatch(want);
});

test("what is built has another folder as soon as something that it is built from changes", () => {
  const repository = temporaryFolder();
  const folder = moduleFolder(repository, "kwok");
  mkdirSync(join(folder, "own"), { recursive: true });
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const output = (go = GO): string => outputFolder(repository, "kwok", go);

  write("go.mod", "module a\n");
  const first = output();
  expect(output()).toBe(first);
  write("go.sum", "");
  const second = output();
  write("go.mod", "module b\n");
  const third = output();
  write("own/main.go", "package main\n");
  const outputs = [
    first,
    second,
    third,
    output(),
    output({ ...GO, version: "go1.27.0" }),
    output({ ...GO, os: "darwin" }),
  ];
  expect(new Set(outputs).size).toBe(outputs.length);
});
