// Plain objects and a printer: what somebody writes in ten lines, without any check.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { manifests } from "./manifests.mjs";
import { printerOf } from "./printers.mjs";

const { BENCH_OBJECTS, BENCH_LAYOUT, BENCH_OUT, BENCH_PRINTER } = process.env;
const print = await printerOf(BENCH_PRINTER);
mkdirSync(BENCH_OUT, { recursive: true });
let text = "";
for (const manifest of manifests(Number(BENCH_OBJECTS))) {
  const document = print(manifest);
  if (BENCH_LAYOUT === "one-file") text += document;
  else writeFileSync(join(BENCH_OUT, `${manifest.kind}-${manifest.metadata.name}.yaml`.toLowerCase()), document);
}
if (BENCH_LAYOUT === "one-file") writeFileSync(join(BENCH_OUT, "fleet.yaml"), text);
