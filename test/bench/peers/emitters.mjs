// Prints documents again and again with each emitter in turn, in one warm process, and says how many megabytes a second each made.
import { emitYaml } from "./emit-yaml.mjs";
import { manifests } from "./manifests.mjs";
import { printerOf } from "./printers.mjs";

const { BENCH_ROUNDS } = process.env;
const documents = [...manifests(1000)];
const emitters = {
  Sluice: (manifest) => `---\n${emitYaml(manifest)}`,
  "js-yaml": await printerOf("js-yaml"),
  yaml: await printerOf("yaml"),
};
const WARM_UP = 3;
const speeds = Object.fromEntries(Object.keys(emitters).map((name) => [name, []]));
for (let round = -WARM_UP; round < Number(BENCH_ROUNDS); round++) {
  for (const [name, emit] of Object.entries(emitters)) {
    const start = performance.now();
    let bytes = 0;
    // Counting bytes also makes V8 write out a text that was only joined so far.
    for (const document of documents) bytes += Buffer.byteLength(emit(document));
    if (round >= 0) speeds[name].push(bytes / 1000 / (performance.now() - start));
  }
}
process.stdout.write(JSON.stringify(speeds));
