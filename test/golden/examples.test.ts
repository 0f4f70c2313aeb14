// What an example's program gives now is what is committed beside it, byte for byte, and nothing else is.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { revealManifest } from "../../sdk/cli/secrets/revealed.ts";
import { looksLike, readStanding } from "../../sdk/cli/secrets/standing-file.ts";
import type { CompiledFile } from "../../sdk/compile/compiled.ts";
import { emitFile, isPrinted } from "../../sdk/emit/emit-file.ts";
import { makeEngine } from "../../sdk/engine/engine.ts";
import type { Fleet } from "../../sdk/index.ts";
import { encryptingView } from "../tools/encrypting-view.ts";
import { compile } from "../unit/compile/compile-fleet.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

/** Folders of an example that hold what people wrote, not what Sluice wrote. */
const AUTHORED = [".sops.yaml", "charts", "crds", "node_modules", "secrets"];

function textOf(file: CompiledFile, folder: string): string {
  if (isPrinted(file)) return emitFile(file);
  if (file.type === "encrypted") return readFileSync(join(folder, file.from), "utf8");
  // Made once, with values that are not here: what can be seen of it is looked at below.
  return readFileSync(join(folder, file.path), "utf8");
}

/** The YAML that is committed, by its path in the example's folder. */
function committed(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => path.replaceAll("\\", "/"));
  const written = paths.filter((path) => path.endsWith(".yaml") && !AUTHORED.includes(path.split("/")[0] ?? ""));
  return Object.fromEntries(written.sort().map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}

describe.for([
  ["company", 102],
  ["custom-crd", 14],
  ["home", 62],
  ["kustomize-helm", 27],
  ["production-fleet", 38],
] as const)("examples/%s", ([name, count]) => {
  const folder = join(EXAMPLES, name);

  test(`writes the ${count} files that are committed`, async () => {
    const program: { readonly default: Fleet } = await import(join(folder, "fleet.ts"));
    const { compiled, codes } = compile(program.default, makeEngine(), encryptingView(folder));
    expect(codes).toEqual([]);
    const files = Object.fromEntries(compiled.files.map((file) => [file.path, textOf(file, folder)]));
    expect(Object.keys(files)).toHaveLength(count);
    expect(files).toEqual(committed(folder));
    for (const file of compiled.files) {
      if (file.type !== "sealed") continue;
      const standing = readStanding(files[file.path] ?? "");
      const { manifest } = revealManifest(file.resource, (origin) => ({ type: "absent", reason: "", origin }));
      expect(standing && looksLike(standing, manifest)).toBe(true);
    }
  });
});

test("every example that writes files is looked at", () => {
  // The others are programs of Pulumi's: test/pulumi runs them.
  const names = readdirSync(EXAMPLES).filter((name) => existsSync(join(EXAMPLES, name, "fleet.ts")));
  expect(names.sort()).toEqual(["company", "custom-crd", "home", "kustomize-helm", "production-fleet"]);
});
