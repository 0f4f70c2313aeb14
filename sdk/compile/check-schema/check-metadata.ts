import { nearestWord } from "../../diagnostics/nearest-word.ts";
import type { NameRule } from "../../model/kind-definition.ts";
import { checkAnnotations } from "./check-annotations.ts";
import { checkLabels } from "./check-labels.ts";
import { wrongType } from "./check-leaf.ts";
import { isObject } from "./data.ts";
import { METADATA_FIELDS } from "./metadata-fields.ts";
import { isLabel, isName, isQualifiedName, NAMES_TAKE, repairedName } from "./names.ts";
import { showValue, typeOf } from "./show-value.ts";
import type { Said, Walk } from "./walk.ts";

/** What is asked of an object's metadata. */
export interface MetadataRules {
  readonly names: NameRule;
  /** An object inside another may leave its name to somebody else. */
  readonly isNameNeeded: boolean;
}

/** Checks the metadata of an object. The walk stands at it. What is null there is nothing to the API server. */
export function checkMetadata(metadata: unknown, { names, isNameNeeded }: MetadataRules, walk: Walk): void {
  if (!isObject(metadata)) {
    if (metadata === null || metadata === undefined) missingName(isNameNeeded, walk);
    else walk.fail(metadata, wrongShape(metadata, "an object"));
    return;
  }
  if (walk.isUnknown(metadata)) return;
  for (const field in metadata) {
    if (walk.isFull) return;
    const value = metadata[field];
    if (value === null || value === undefined) continue;
    walk.path.push(field);
    checkField(field, value, names, walk);
    walk.path.pop();
  }
  const { name, generateName } = metadata;
  if (isEmpty(name) && isEmpty(generateName)) missingName(isNameNeeded, walk);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "";
}

function missingName(isNeeded: boolean, walk: Walk): void {
  if (!isNeeded) return;
  const hint = "give the object a name";
  walk.report({ code: "metadata/name", says: "is missing", hint, blocking: true, isFillable: true }, ["name"]);
}

function checkField(field: string, value: unknown, names: NameRule, walk: Walk): void {
  switch (METADATA_FIELDS.get(field)) {
    case "string":
      if (typeof value === "string") checkText(field, value, names, walk);
      else walk.fail(value, wrongScalar(value, "string"));
      break;
    case "integer":
      if (!Number.isInteger(value)) walk.fail(value, wrongScalar(value, "integer"));
      break;
    case "texts":
      if (!isObject(value)) walk.fail(value, wrongShape(value, "an object"));
      else if (!walk.isUnknown(value)) (field === "labels" ? checkLabels : checkAnnotations)(value, walk);
      break;
    case "strings":
    case "list":
      if (!Array.isArray(value)) walk.fail(value, wrongShape(value, "a list"));
      else if (field === "finalizers") checkFinalizers(value, walk);
      break;
    case undefined:
      unknownMetadata(field, value, walk);
  }
}

function checkText(field: string, text: string, names: NameRule, walk: Walk): void {
  if (text === "") return;
  if (field === "name") {
    if (!isName(text, names)) walk.fail(text, nameProblem(text, names));
  } else if (field === "generateName") {
    // The API server adds letters to it.
    const masked = text.length > 1 && text.endsWith("-") ? `${text.slice(0, -2)}a` : text;
    if (!isName(masked, names)) walk.fail(text, nameProblem(text, names));
  } else if (field === "namespace" && !isLabel(text)) {
    walk.fail(text, { ...nameProblem(text, "label"), code: "metadata/namespace" });
  }
}

function nameProblem(name: string, rule: NameRule): Said {
  const repaired = repairedName(name, rule);
  const hint =
    repaired === undefined ? `write ${NAMES_TAKE[rule]}` : `write ${NAMES_TAKE[rule]}: ${JSON.stringify(repaired)}`;
  return {
    code: "metadata/name",
    says: `is ${showValue(name)}, which cannot be a name there`,
    hint,
    suggestion: repaired,
  };
}

function checkFinalizers(finalizers: readonly unknown[], walk: Walk): void {
  for (const [index, finalizer] of finalizers.entries()) {
    if (typeof finalizer === "string" && isQualifiedName(finalizer)) continue;
    walk.path.push(index);
    if (typeof finalizer === "string") {
      const hint = 'write a domain, "/" and a name of letters, digits, "-", "_" and ".": "example.com/cleanup"';
      walk.fail(finalizer, {
        code: "metadata/finalizer",
        says: `is ${showValue(finalizer)}, which is no qualified name`,
        hint,
      });
    } else if (finalizer !== null) walk.fail(finalizer, wrongScalar(finalizer, "string"));
    walk.path.pop();
  }
}

function unknownMetadata(field: string, value: unknown, walk: Walk): void {
  const nearest = field.length > 40 ? undefined : nearestWord(field, METADATA_FIELDS.keys());
  walk.fail(value, {
    code: "metadata/field",
    says: "is no field of metadata",
    hint:
      nearest === undefined
        ? "write it under labels or annotations, or leave it out"
        : `did you mean ${JSON.stringify(nearest)}?`,
    suggestion: nearest,
    blocking: true,
  });
}

function wrongScalar(value: unknown, type: "string" | "integer"): Said {
  return { ...wrongType(value, { type }, false), code: "metadata/field" };
}

function wrongShape(value: unknown, wanted: string): Said {
  const says = `is ${typeOf(value)}, and has to be ${wanted}`;
  return { code: "metadata/field", says, hint: `write ${wanted}`, blocking: true };
}
