import { transformSync } from "esbuild";
import type { Diagnostic } from "../../sdk/diagnostics/diagnostic.ts";
import * as sluice from "../../sdk/index.ts";
import { compile } from "../unit/compile/compile-fleet.ts";

/** The program that an example stands for: with the imports that it leaves out, and what it declares listed in a cluster. */
export function wholeProgram(example: string): string {
  const used = Object.keys(sluice).filter((name) =>
    new RegExp(`\\b${name}[<(]|\\b${name}\\b(?=[,;} )])`).test(example),
  );
  const imports = `import { ${[...new Set([...used, "cluster"])].sort().join(", ")} } from "sluice";\n`;
  if (/^export default /m.test(example)) return imports + example;
  const declared = [...example.matchAll(/^const (\w+)/gm)].map(([, name]) => name);
  const end = `export default cluster("production", {\n  path: "clusters/production", flux: "2.9", resources: [${declared.join(", ")}],\n});\n`;
  return `${imports}${example.trimEnd()}\n${end}`;
}

/** Runs an example in this process, and gives what the compiler finds in it. */
export function diagnosticsOf(example: string): readonly Diagnostic[] {
  const { code } = transformSync(wholeProgram(example), { loader: "ts", format: "cjs" });
  const module: { exports: { readonly default?: sluice.Fleet | sluice.Cluster } } = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, () => sluice);
  const made = module.exports.default;
  if (made === undefined) throw new Error("the example exports nothing");
  return compile(made).diagnostics;
}
