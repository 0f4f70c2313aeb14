// Reads a file of many documents, with places where the library has them, and does nothing else.
import { readFileSync } from "node:fs";

const [file, objects] = process.argv.slice(2);
const text = readFileSync(file, "utf8");
const documents =
  process.env.BENCH_READER === "yaml"
    ? (await import("yaml")).parseAllDocuments(text).map((document) => document.toJS())
    : (await import("js-yaml")).loadAll(text);
if (documents.length !== Number(objects)) throw new Error(`${documents.length} documents`);
