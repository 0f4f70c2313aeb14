import type { ReferenceFacts } from "../../sdk/model/schema.ts";
import { translateRule } from "../cel/translate-rule.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { LockVersion } from "../locks/lock.ts";
import { fieldAt, itemsAt, type LockPath, splitLockPath, valuesAt } from "../locks/lock-path.ts";
import type { History } from "./history.ts";
import { constructOf } from "./known-constructs.ts";
import { pascal } from "./pascal.ts";
import { syntaxOfPattern } from "./pattern-syntax.ts";
import { readArms } from "./read-arms.ts";
import { isMissedReference, needsName, referenceByEnum, withNamespace, withSeverity } from "./reference-facts.ts";
import type { Arm, Field, LeafNode, ObjectNode, SchemaNode, WordedRule } from "./schema-model.ts";
import type { TrackedOverlay } from "./track-overlay.ts";

/** What a kind's schema is read with. */
export interface SchemaSource {
  readonly kind: string;
  /** The lock, for messages. */
  readonly file: string;
  readonly version: LockVersion;
  readonly history: History;
  readonly overlay: TrackedOverlay;
  readonly report: Report;
}

type Placed = Pick<SchemaNode, "path" | "facts" | "earlier" | "rules">;

/** What is read of a version. */
export interface KindSchema {
  readonly spec: ObjectNode;
  /** The fields beside `metadata` that have to be there. */
  readonly required: readonly string[];
  /** The rules on the whole object. */
  readonly rules: readonly WordedRule[];
}

/** Reads the schema of a version. `undefined` when it has no `spec` that is understood; the report says why. */
export function readSpec({ kind, file, version, history, overlay, report }: SchemaSource): KindSchema | undefined {
  const { schema } = version;
  const fieldNames = namesOfFields(Object.keys(schema));
  const spec = readNode("spec", kind);
  if (spec?.type === "object")
    return { spec: { ...spec, name: `${kind}Spec` }, required: schema[""]?.required ?? [], rules: rulesAt("") };
  if (spec !== undefined) unsupported("spec", "a spec without named fields");
  return undefined;

  /** `name` is what the type of an object here is called, unless the overlay knows better. */
  function readNode(path: LockPath, name: string): SchemaNode | undefined {
    const facts = schema[path];
    if (facts === undefined) return unsupported(path, "no facts");
    const construct = constructOf(facts, {
      fields: fieldNames.has(path),
      items: schema[itemsAt(path)] !== undefined,
      values: schema[valuesAt(path)] !== undefined,
    });
    if (history.earlier(path).some((earlier) => earlier.facts.type !== facts.type))
      return unsupported(path, "a type that changed between minors");
    const placed = { path, facts, earlier: history.earlier(path), rules: rulesAt(path) };
    switch (construct.is) {
      case "unknown":
        return unsupported(path, construct.what);
      case "leaf":
        return readLeaf(placed, construct.type);
      case "opaque":
        return { ...placed, type: "opaque", object: construct.object, parameter: overlay.parameter(path) };
      case "array": {
        const items = readNode(itemsAt(path), name);
        return items && { ...placed, type: "array", items };
      }
      case "map": {
        const values = readNode(valuesAt(path), name);
        return values && { ...placed, type: "map", values, keySyntax: overlay.syntax(path) };
      }
      case "object":
        return readObject(placed, overlay.name(path) ?? name);
    }
  }

  function readLeaf(placed: Placed, type: LeafNode["type"]): LeafNode {
    const { path, facts } = placed;
    const { enum: values, pattern } = facts;
    return {
      ...placed,
      type,
      enum: values,
      open: values && overlay.open(path),
      pattern,
      syntax: overlay.syntax(path) ?? syntaxOfPattern(pattern),
      reference: referenceAt(path),
      directory: overlay.directory(path),
    };
  }

  function readObject(placed: Placed, name: string): ObjectNode {
    const { path, facts } = placed;
    const fields = overlay.ordered(path, fieldNames.get(path) ?? []).flatMap((field): readonly Field[] => {
      const place = fieldAt(path, field);
      // In a literal of JavaScript such a field would be the object's prototype.
      if (field === "__proto__") {
        unsupported(place, "a field of a reserved name");
        return [];
      }
      const node = readNode(place, `${name}${pascal(field)}`);
      if (node === undefined) return [];
      if (isMissedReference(field, node)) unmarked(place);
      const byDefault = schema[place]?.default;
      const required = facts.required?.includes(field) === true && byDefault === undefined;
      return [{ name: field, node, required, default: byDefault, ...history.field(path, field) }];
    });
    const reference = referenceAt(path, referenceByEnum(fields), needsName(fields));
    const known = reference === undefined ? fields : fields.map(withNamespace);
    return { ...placed, type: "object", name, fields: known, reference, arms: armsOf(path, facts, known) };
  }

  /** A rule on changes alone says nothing of an object that is written down. */
  function rulesAt(path: LockPath): readonly WordedRule[] {
    return history.rules(path).flatMap((dated): readonly WordedRule[] => {
      const { rule, optionalOldSelf } = dated.rule;
      const message = overlay.message(rule);
      if (/\boldSelf\b/.test(rule) && optionalOldSelf !== true) return [];
      if (message === undefined) wordless(path, rule);
      const { translation, unsupported } = translateRule(rule);
      if (unsupported !== undefined) untranslated(path, unsupported);
      return [{ ...dated, message: message ?? "", translation }];
    });
  }

  /** What the overlay says of a reference wins over what its enum gives away. */
  function referenceAt(path: LockPath, byEnum?: ReferenceFacts, isCertain = false): ReferenceFacts | undefined {
    const stated = overlay.reference(path);
    if (stated === undefined && !isCertain) return undefined;
    const kinds = stated?.kinds ?? byEnum?.kinds;
    if (kinds !== undefined) return withSeverity({ edge: "need", ...byEnum, ...stated, kinds });
    if (stated !== undefined) overlay.unmatched(path, "a reference without kinds", "the slot has no enum of them");
    return undefined;
  }

  function armsOf(path: LockPath, facts: SchemaNode["facts"], fields: readonly Field[]): readonly Arm[] | undefined {
    const rules = facts["x-kubernetes-validations"] ?? [];
    const arms = overlay.arms(
      path,
      rules.map(({ rule }) => rule),
    );
    return arms && readArms(arms, fields, (entry, why) => overlay.unmatched(path, entry, why));
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

  function wordless(path: LockPath, rule: string): void {
    report(
      problem(
        "generate/missing-message",
        { file, path },
        `${kind} ${path} has the rule "${rule}", and nothing says what is wrong where it does not hold`,
        `add the rule's text to the "messages" of the kind's overlay in generators/overlays, with our own words`,
      ),
    );
  }

  function untranslated(path: LockPath, what: string): void {
    report(
      problem(
        "generate/untranslated-rule",
        { file, path },
        `${kind} ${path} has a rule that is not understood: ${what}`,
        "teach generators/cel/translate-rule.ts what it means, and sdk/model/cel/rule-functions.ts how it is evaluated",
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
function namesOfFields(paths: readonly LockPath[]): ReadonlyMap<LockPath, readonly string[]> {
  const names = new Map<LockPath, string[]>();
  for (const path of paths) {
    if (path === "") continue;
    const { parent, step } = splitLockPath(path);
    if (step.type !== "field") continue;
    const siblings = names.get(parent);
    if (siblings === undefined) names.set(parent, [step.name]);
    else siblings.push(step.name);
  }
  return names;
}
