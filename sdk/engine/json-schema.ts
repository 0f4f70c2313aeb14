import { dereference, type OutputUnit, type Schema, validate } from "@cfworker/json-schema";
import { isPartialMap, OTHERS, type PartialValue, UNKNOWN } from "../charts/partial-values.ts";
import type { SchemaCheck } from "../charts/schema-problem.ts";
import { CertainProblems } from "./certain-problems.ts";
import { plainSchema } from "./plain-schema.ts";
import { problemTree } from "./problem-tree.ts";

/** What is known of values: by the pointers to them that the validator writes. */
export interface Known {
  /** Values that are not known. */
  readonly unknown: ReadonlySet<string>;
  /** Maps that may hold other keys. */
  readonly open: ReadonlySet<string>;
  /** Values in which something is not known. */
  readonly partial: ReadonlySet<string>;
}

/** Makes a check of a schema. What is not certain to be Helm's verdict is not said. */
export function compileSchema(schema: unknown): SchemaCheck {
  const plain = plainSchema(schema);
  if (plain === undefined) return () => [];
  // What the rewritten schema holds are the validator's own words.
  const root = plain.root as Schema;
  const draft = plain.draft < 2019 ? "7" : plain.draft === 2019 ? "2019-09" : "2020-12";
  let lookup: Record<string, Schema | boolean> | undefined;
  return (values) => {
    const { instance, texts, keys, ...known } = readValues(values);
    plain.usePatterns?.(texts, keys);
    let errors: readonly OutputUnit[];
    try {
      lookup ??= dereference(root);
      ({ errors } = validate(instance, root, draft, lookup, false));
    } catch {
      // It refers to what is not there, or to itself without end.
      return [];
    }
    return errors.length === 0 ? [] : new CertainProblems(plain, lookup, instance, known).among(problemTree(errors));
  };
}

interface ReadValues extends Known {
  /** The values, with something else in the place of what is not known. */
  readonly instance: unknown;
  readonly texts: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
}

function readValues(values: PartialValue): ReadValues {
  const found = { unknown: new Set<string>(), open: new Set<string>(), partial: new Set<string>() };
  const [texts, keys] = [new Set<string>(), new Set<string>()];
  const path: string[] = [];
  const isPartial = (): void => {
    for (let depth = path.length; depth >= 0; depth--) found.partial.add(path.slice(0, depth).join("\0"));
  };
  const read = (value: PartialValue): unknown => {
    if (value === UNKNOWN) {
      found.unknown.add(path.join("\0"));
      isPartial();
      return null;
    }
    if (typeof value === "string") texts.add(value);
    if (Array.isArray(value)) {
      return value.map((item, index) => {
        path.push(String(index));
        const inner = read(item);
        path.pop();
        return inner;
      });
    }
    if (!isPartialMap(value)) return value;
    if (value[OTHERS]) {
      found.open.add(path.join("\0"));
      isPartial();
    }
    const map: Record<string, unknown> = Object.create(null);
    for (const key of Object.keys(value)) {
      keys.add(key);
      // The schema may ask of names what it asks of texts.
      texts.add(key);
      path.push(key);
      map[key] = read(value[key] ?? null);
      path.pop();
    }
    return map;
  };
  return { instance: read(values), texts, keys, ...found };
}
