import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configMap } from "../../sdk/authoring/kubernetes/config-map.ts";
import { namespace } from "../../sdk/authoring/kubernetes/namespace.ts";
import { secret } from "../../sdk/authoring/kubernetes/secret.ts";
import { serviceAccount } from "../../sdk/authoring/kubernetes/service-account.ts";
import { WELL_KNOWN_KINDS } from "../../sdk/authoring/kubernetes/well-known-kinds.ts";
import { fluxKinds } from "../../sdk/kinds/flux-kinds.gen.ts";
import { ROOT } from "../tools/repository.ts";
import { checkImportRules, type Violation } from "./import-rules.ts";
import { readSource } from "./read-source.ts";

const builders = [configMap, namespace, secret, serviceAccount];
const kinds = new Set(
  [...fluxKinds, ...WELL_KNOWN_KINDS, ...builders.map(({ definition }) => definition)].map(({ kind }) => kind),
);

function sourcesBelow(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(ts|mjs)$/.test(path))
    .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
    .sort();
}

function check(sources: Readonly<Record<string, string>>): readonly Violation[] {
  return checkImportRules(
    Object.entries(sources).map(([path, text]) => readSource(path, text)),
    kinds,
  );
}

test("sdk and generators keep the import rules", () => {
  const paths = [...sourcesBelow("sdk"), ...sourcesBelow("generators")];
  const sources = Object.fromEntries(paths.map((path) => [path, readFileSync(join(ROOT, path), "utf8")]));
  expect(check(sources)).toEqual([]);
});

test.each<[path: string, text: string, want: readonly [rule: Violation["rule"], line: number][]]>([
  // Direction
  ["sdk/model/a.ts", 'import { b } from "../compile/b.ts";', [["direction", 1]]],
  ["sdk/model/a.ts", 'import type { B } from "../diagnostics/b.ts";', [["direction", 1]]],
  ["sdk/model/a.ts", 'export * from "../kinds/b.ts";', [["direction", 1]]],
  ["sdk/model/a.ts", 'export const b: import("../kinds/b.ts").B = 1;', [["direction", 1]]],
  ["sdk/compile/a.ts", '\nconst b = await import("../emit/b.ts");', [["direction", 2]]],
  ["sdk/compile/a.ts", 'import { b } from "../kinds/b.ts";', [["direction", 1]]],
  ["sdk/kinds/a.gen.ts", 'import { b } from "../authoring/b.ts";', [["direction", 1]]],
  ["sdk/emit/a.ts", 'import { b } from "../cli/b.ts";', [["direction", 1]]],
  ["sdk/authoring/a.ts", 'import { b } from "../compile/b.ts";', [["direction", 1]]],
  ["sdk/index.ts", 'import { b } from "./cli/b.ts";', [["direction", 1]]],
  ["sdk/pulumi/a.ts", 'import { b } from "../emit/plan.ts";', [["direction", 1]]],
  ["sdk/cli/a.ts", 'import { b } from "../../generators/b.ts";', [["direction", 1]]],
  ["generators/emit/a.ts", 'import { b } from "../../sdk/compile/b.ts";', [["direction", 1]]],
  ["sdk/new-folder/a.ts", 'import { b } from "../model/b.ts";', [["direction", 1]]],
  ["sdk/cli/a.ts", 'const b = await import("../../generators/b.ts");', []],
  ["sdk/cli/a.ts", 'import { b } from "../sops/b.ts";', []],
  ["sdk/emit/a.ts", 'import { b } from "../sops/b.ts";', [["direction", 1]]],
  ["sdk/pulumi/a.ts", 'import { b } from "../emit/manifest.ts";', []],
  ["sdk/emit/a.ts", '// import { b } from "../cli/b.ts";', []],
  // Packages
  ["sdk/cli/a.ts", 'import * as pulumi from "@pulumi/pulumi";', [["package", 1]]],
  ["sdk/model/a.ts", 'import type { Output } from "@pulumi/pulumi";', [["package", 1]]],
  ["sdk/pulumi/a.ts", 'import * as pulumi from "@pulumi/pulumi";', []],
  ["sdk/cli/a.ts", 'const { Project } = await import("ts-morph");', [["package", 1]]],
  ["generators/emit/a.ts", 'import { Project } from "ts-morph";', []],
  ["sdk/compile/a.ts", 'import { z } from "zod";', [["package", 1]]],
  ["sdk/cli/a.ts", 'import { z } from "zod";', [["package", 1]]],
  ["sdk/zod/a.gen.ts", 'import { z } from "zod";', []],
  ["sdk/cli/a.ts", 'import { parse } from "yaml";', [["package", 1]]],
  ["sdk/cli/a.ts", 'const { parse } = await import("yaml");', []],
  ["sdk/cli/a.ts", 'import type { Document } from "yaml";', []],
  ["sdk/emit/a.ts", 'import "sluice";', [["package", 1]]],
  ["sdk/sops/a.ts", 'import { Decrypter } from "age-encryption";', [["package", 1]]],
  ["sdk/sops/a.ts", 'const { Decrypter } = await import("age-encryption");', []],
  ["sdk/cli/charts/a.ts", 'import { unpackTar } from "modern-tar";', [["package", 1]]],
  ["sdk/cli/charts/a.ts", 'const { unpackTar } = await import("modern-tar");', []],
  ["sdk/cli/a.ts", 'const { Decrypter } = await import("age-encryption");', [["package", 1]]],
  // Platform
  ["sdk/compile/a.ts", 'import { readFileSync } from "node:fs";', [["platform", 1]]],
  ["sdk/compile/a.ts", "\nconsole.log(1);", [["platform", 2]]],
  ["sdk/model/a.ts", "export const a = process.env;", [["platform", 1]]],
  ["sdk/model/a.ts", "export const a = globalThis.process;", [["platform", 1]]],
  ["sdk/model/a.ts", "export const a = { process };", [["platform", 1]]],
  ["generators/schema/a.ts", 'import { readFileSync } from "node:fs";', [["platform", 1]]],
  ["sdk/cli/a.ts", 'import { readFileSync } from "node:fs"; process.exit(console.log(1));', []],
  ["generators/main.ts", 'import { readFileSync } from "node:fs";', []],
  ["sdk/sops/a.ts", 'import { randomBytes } from "node:crypto";', []],
  ["sdk/sops/a.ts", 'import { readFileSync } from "node:fs";', [["platform", 1]]],
  ["sdk/compile/a.ts", 'import { randomBytes } from "node:crypto";', [["platform", 1]]],
  ["sdk/model/a.ts", "export const a = { process: 1 }.process;", []],
  // Kinds
  ["sdk/compile/a.ts", 'export const a = (kind: string) => kind === "GitRepository";', [["kind-name", 1]]],
  ["sdk/emit/a.ts", "export const a = { Secret: 1 };", [["kind-name", 1]]],
  ["sdk/emit/a.ts", "export const a = kind === `Deployment`;", [["kind-name", 1]]],
  ["sdk/compile/a.ts", "export const a = builders.GitRepository;", [["kind-name", 1]]],
  ["sdk/compile/a.ts", "interface Node {} export const a: Node = {};", []],
  ["sdk/compile/a.ts", 'export const a = "the Kustomization that applies it";', []],
  ["sdk/emit/kustomization-file.ts", 'export const a = { kind: "Kustomization" };', []],
  ["sdk/authoring/a.ts", 'export const a = "Secret";', []],
  // Names
  ["sdk/compile/utils.ts", "", [["file-name", 1]]],
  ["sdk/cli/helper.test.ts", "", [["file-name", 1]]],
  ["sdk/common/a.ts", "", [["file-name", 1]]],
  ["generators/types.d.ts", "", [["file-name", 1]]],
  ["sdk/compile/resource-types.ts", "", []],
])("%s with %j", (path, text, want) => {
  expect(check({ [path]: text }).map(({ rule, line }) => [rule, line])).toEqual(want);
});

test("a cycle is found and reported once; imports of types alone make none", () => {
  const sources = {
    "sdk/model/a.ts": 'import { b } from "./b.ts";',
    "sdk/model/b.ts": 'import { type C, c } from "./c.ts"; import type { D } from "./d.ts";',
    "sdk/model/c.ts": 'import { b } from "./b.ts";',
    "sdk/model/d.ts": 'import { a } from "./a.ts"; import { c } from "./c.ts";',
  };
  expect(check(sources)).toEqual([
    { rule: "cycle", file: "sdk/model/b.ts", line: 1, message: "sdk/model/b.ts -> sdk/model/c.ts -> sdk/model/b.ts" },
  ]);
});
