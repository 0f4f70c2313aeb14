import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { FieldFacts, Json, LockVersion } from "../locks/lock.ts";
import { fieldAt, itemsAt, type LockPath, splitLockPath, valuesAt } from "../locks/lock-path.ts";
import { unresolvedSeverity } from "../overlays/severity.ts";
import type { History } from "./history.ts";
import { ofKnownConstructs } from "./known-constructs.ts";
import type { Arms, Field, LeafNode, ObjectNode, SchemaNode } from "./schema-model.ts";
import type { UsedOverlay } from "./used-overlay.ts";

/** What a kind's schema is read with. */
export interface SchemaSource {
  readonly kind: string;
  /** The lock, for messages. */
  readonly file: string;
  readonly version: LockVersion;
  readonly history: History;
  readonly overlay: UsedOverlay;
  readonly report: Report;
}

/** Reads the `spec` of a version into nodes. `undefined` when it has none or cannot be read; the report says why. */
export function readSpec(source: SchemaSource): ObjectNode | undefined {
  const { kind, version, overlay, report, file } = source;
  const { schema } = version;
  const fieldNames = namesOfFields(Object.keys(schema));
  const spec = readNode("spec", kind);
  if (spec?.type === "object") return { ...spec, name: `${kind}Spec` };
  if (spec !== undefined) unsupported("spec", "a spec that is no object with fields");
  return undefined;

  function readNode(path: LockPath, typeName: string): SchemaNode | undefined {
    const facts = schema[path];
    if (facts === undefined) return unsupported(path, "no facts in the lock");
    const type = ofKnownConstructs(facts, {
      fields: fieldNames.has(path),
      items: schema[itemsAt(path)] !== undefined,
      values: schema[valuesAt(path)] !== undefined,
    });
    switch (type.is) {
      case "unknown":
        return unsupported(path, type.what);
      case "leaf":
        return readLeaf(path, type.type, facts);
      case "opaque":
        return { type: "opaque", path, object: type.object, parameter: overlay.parameter(path) };
      case "array": {
        const items = readNode(itemsAt(path), overlay.name(itemsAt(path)) ?? typeName);
        return items === undefined ? undefined : { type: "array", path, items };
      }
      case "map": {
        const values = readNode(valuesAt(path), overlay.name(valuesAt(path)) ?? typeName);
        return values === undefined ? undefined : { type: "map", path, values };
      }
      case "object":
        return readObject(path, overlay.name(path) ?? typeName, facts);
    }
  }

  function readLeaf(path: LockPath, type: LeafNode["type"], facts: FieldFacts): LeafNode {
    const node = { type, path, enum: facts.enum, pattern: facts.pattern, directory: overlay.directory(path) };
    return { ...node, reference: withSeverity(overlay.reference(path)) };
  }

  function readObject(path: LockPath, name: string, facts: FieldFacts): ObjectNode | undefined {
    const fields: Field[] = [];
    for (const field of overlay.ordered(path, fieldNames.get(path) ?? [])) {
      const place = fieldAt(path, field);
      const node = readNode(place, `${name}${pascal(field)}`);
      if (node === undefined) continue;
      if (looksLikeReference(field) && !isReference(node)) unmarked(place);
      const byDefault = schema[place]?.default;
      fields.push({
        name: field,
        node,
        required: facts.required?.includes(field) === true && byDefault === undefined,
        default: byDefault,
        ...source.history.of(path, field),
      });
    }
    const rules = facts["x-kubernetes-validations"] ?? [];
    const reference = withSeverity(overlay.reference(path) ?? referenceByEnum(fields));
    return { type: "object", path, name, fields, rules, reference, arms: readArms(path, facts, fields) };
  }

  function readArms(path: LockPath, facts: FieldFacts, fields: readonly Field[]): Arms | undefined {
    const texts = (facts["x-kubernetes-validations"] ?? []).map(({ rule }) => rule);
    const arms = overlay.arms(path, texts);
    if (arms === undefined) return undefined;
    const read: Arms =
      "exactlyOne" in arms
        ? { type: "exactly-one", fields: arms.exactlyOne }
        : { type: "only-with", field: arms.field, ...arms.onlyWith };
    const known = new Map(fields.map((field) => [field.name, field]));
    const named = read.type === "exactly-one" ? read.fields : [read.field, read.discriminant];
    for (const name of named)
      if (!known.has(name)) overlay.unmatched(path, `alternatives by "${name}"`, "no such field is there");
    if (read.type === "only-with") {
      const discriminant = known.get(read.discriminant)?.node;
      const values = discriminant?.type === "string" ? (discriminant.enum ?? []) : [];
      for (const value of read.values) {
        if (!values.includes(value))
          overlay.unmatched(path, `alternatives by "${value}"`, `${read.discriminant} has no such value`);
      }
    }
    return read;
  }

  function unsupported(path: LockPath, what: string): undefined {
    report(
      problem(
        "generate/unsupported-schema",
        { file, path },
        `${kind} ${path} holds ${what}, which no type is made of`,
        "teach generators/schema/known-constructs.ts what it means, and the emitters how it is written",
      ),
    );
  }

  function unmarked(path: LockPath): void {
    report(
      problem(
        "generate/unmarked-reference",
        { file, path },
        `${kind} ${path} looks like a reference, and nothing says what it refers to`,
        `add "${path}" to the references of the kind's overlay in generators/overlays`,
      ),
    );
  }
}

/** The fields of every object in a schema, in the order of the lock. */
function namesOfFields(paths: readonly LockPath[]): Map<LockPath, string[]> {
  const names = new Map<LockPath, string[]>();
  for (const path of paths) {
    const { parent, step } = splitLockPath(path);
    if (path === "" || step.type !== "field") continue;
    const siblings = names.get(parent);
    if (siblings === undefined) names.set(parent, [step.name]);
    else siblings.push(step.name);
  }
  return names;
}

/** A slot with an enum of kinds and a name says itself what it refers to. */
function referenceByEnum(fields: readonly Field[]): ReferenceFacts | undefined {
  const kind = fields.find((field) => field.name === "kind")?.node;
  if (kind?.type !== "string" || kind.enum === undefined || !fields.some((field) => field.name === "name"))
    return undefined;
  return { kinds: kind.enum.filter(isText), edge: "need" };
}

function withSeverity(reference: ReferenceFacts | undefined): ReferenceFacts | undefined {
  if (reference === undefined || reference.unresolved !== undefined || reference.kinds === "any") return reference;
  const unresolved = unresolvedSeverity(reference.kinds);
  return unresolved === undefined ? reference : { ...reference, unresolved };
}

function looksLikeReference(field: string): boolean {
  return /Ref$|Refs$|^serviceAccountName$/.test(field);
}

function isReference(node: SchemaNode): boolean {
  if (node.type === "array") return isReference(node.items);
  return "reference" in node && node.reference !== undefined;
}

function isText(value: Json): value is string {
  return typeof value === "string";
}

function pascal(name: string): string {
  return name.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
