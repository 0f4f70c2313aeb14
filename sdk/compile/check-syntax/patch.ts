import type { ReadYaml, SyntaxProblem } from "./syntax-problem.ts";

const OPERATIONS = ["add", "remove", "replace", "move", "copy", "test"];

/** Reads a patch as kustomize does: parts of objects that are merged in, or a list of operations of JSON Patch. */
export function readPatch(text: string, readYaml: ReadYaml): SyntaxProblem | undefined {
  if (text.trim() === "")
    return { problem: "is empty, and kustomize refuses that", hint: "write the patch, or leave it out" };
  const documents = readYaml(text)?.filter((document) => document !== null);
  if (documents === undefined)
    return { problem: "is no YAML", hint: "correct the patch; its lines have to be indented alike" };
  const [first] = documents;
  return Array.isArray(first) ? problemOfList(first) : problemOfObjects(documents);
}

function problemOfList(operations: readonly unknown[]): SyntaxProblem | undefined {
  for (const [index, operation] of operations.entries()) {
    const hint = 'write operations such as { op: "replace", path: "/spec/replicas", value: 2 }';
    if (!isRecord(operation)) return { problem: `has no operation at ${index}`, hint };
    const { op, path } = operation;
    if (!OPERATIONS.some((known) => known === op)) {
      return { problem: `has an operation at ${index} whose "op" is ${JSON.stringify(op) ?? "missing"}`, hint };
    }
    if (typeof path !== "string" || !/^(?:\/|$)/.test(path)) {
      const shown = JSON.stringify(path) ?? "missing";
      return {
        problem: `has an operation at ${index} whose "path" is ${shown}`,
        hint: 'write a path that starts with "/"',
      };
    }
  }
  return undefined;
}

function problemOfObjects(objects: readonly unknown[]): SyntaxProblem | undefined {
  const hint = "write a part of an object, with apiVersion, kind and metadata.name, or a list of operations";
  for (const object of objects) {
    if (!isRecord(object)) return { problem: "holds neither an object nor a list of operations", hint };
    const { kind, metadata } = object;
    if (typeof kind !== "string" || kind === "") return { problem: "holds an object without kind", hint };
    if (kind.endsWith("List")) continue;
    if (!isRecord(metadata) || metadata["name"] === undefined || metadata["name"] === null || metadata["name"] === "") {
      return {
        problem:
          "holds an object without metadata.name, which kustomize asks for also where a target chooses the objects",
        hint: "add metadata.name; with a target, any name will do",
      };
    }
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
