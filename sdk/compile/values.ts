import { mayHoldSecret } from "../diagnostics/exposed/may-hold-secret.ts";
import { isSecretName } from "../diagnostics/exposed/suspicious.ts";
import { hasBrand } from "../model/brand.ts";
import { ENDLESS, isFields, isPlainObject } from "../model/copy.ts";
import { type Deferred, isDeferred, isStringified } from "../model/deferred.ts";
import { isDirectory } from "../model/directory.ts";
import type { FieldPath } from "../model/field-path.ts";
import { isPolicyImage, type PolicyImage } from "../model/from-policy.ts";
import { isNotSecret, type NotSecret } from "../model/not-secret.ts";
import { isExternal } from "../model/reference.ts";
import { isResource } from "../model/resource.ts";
import { isSameSecret, isSecretValue } from "../model/secret-value.ts";
import { isSubstitution } from "../model/substitution.ts";

/** What a value can be that is not plain data. */
export type ValueProblem =
  | { readonly type: "deferred"; readonly value: Deferred<unknown> }
  | { readonly type: "stringified" }
  | { readonly type: "substitution"; readonly variable: string }
  | { readonly type: "image"; readonly image: PolicyImage }
  | { readonly type: "not-secret"; readonly marked: NotSecret }
  | { readonly type: "secret" }
  | { readonly type: "unsupported"; readonly what: string; readonly hint?: string };

/** Says whether a value holds nothing but data. */
export function isData(value: unknown): boolean {
  return sizeOfData(value) >= 0;
}

/** What a look at data comes across on its way. */
export interface Glance {
  /** Some text in it may be a secret, or stands under a name that asks for one. */
  mayExpose: boolean;
}

/**
 * The least number of bytes that a value takes as JSON, and less than zero for one that is not all data. Fast: it is asked of every
 * byte that is emitted.
 *
 * @param glance Is told of texts that have to be looked at once more.
 */
export function sizeOfData(value: unknown, glance?: Glance): number {
  switch (typeof value) {
    case "string":
      if (glance !== undefined && mayHoldSecret(value)) glance.mayExpose = true;
      return !isStringified(value) && value.isWellFormed() ? value.length + 2 : -1;
    case "number":
      return Number.isFinite(value) ? 1 : -1;
    case "boolean":
      return 4;
    case "object":
      break;
    default:
      return -1;
  }
  if (value === null) return 4;
  let size = 2;
  if (Array.isArray(value)) {
    for (const item of value) {
      const part = sizeOfData(item, glance);
      if (part < 0) return -1;
      size += part + 1;
    }
    return size;
  }
  if (!isFields(value)) return -1;
  for (const key in value) {
    const field = value[key];
    const part = isStringified(key) || !key.isWellFormed() ? -1 : sizeOfData(field, glance);
    if (part < 0) return -1;
    if (glance !== undefined && typeof field === "string" && mayNameSecret(key, value)) glance.mayExpose = true;
    size += key.length + part + 4;
  }
  return size;
}

/** Says whether a field may be called like a secret, by its own name or by one beside it, or have a name that holds one. */
function mayNameSecret(key: string, { name }: Readonly<Record<string, unknown>>): boolean {
  if (key === "value" && typeof name === "string" && isSecretName(name)) return true;
  return isSecretName(key) || mayHoldSecret(key);
}

/** Finds everything in a value that is not plain data. Slow: asked only where {@link isData} says no. */
export function visitProblems(
  value: unknown,
  path: FieldPath,
  visit: (problem: ValueProblem, path: FieldPath) => void,
): void {
  if (isData(value)) return;
  const what = whatIs(value);
  if (what !== undefined) {
    visit(what, path);
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) visitProblems(item, [...path, index], visit);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, field] of Object.entries(value)) {
      const ofKey = isData(key) ? undefined : whatIs(key);
      if (ofKey) visit(ofKey, path);
      visitProblems(field, [...path, key], visit);
    }
  }
}

function whatIs(value: unknown): ValueProblem | undefined {
  if (typeof value === "string") {
    if (isStringified(value)) return { type: "stringified" };
    return {
      type: "unsupported",
      what: "text with half a character in it",
      hint: 'cut text between characters: [...text].slice(0, 5).join("")',
    };
  }
  if (typeof value === "number") return { type: "unsupported", what: String(value) };
  if (value === undefined) return { type: "unsupported", what: "undefined", hint: "leave it out of the list" };
  if (value === ENDLESS) return { type: "unsupported", what: "nested too deeply, or contains itself" };
  if (typeof value !== "object" || value === null) return { type: "unsupported", what: `a ${typeof value}` };
  if (isDeferred(value)) return { type: "deferred", value };
  if (isSecretValue(value)) return { type: "secret" };
  if (Array.isArray(value)) return undefined;
  if (!isPlainObject(value)) return { type: "unsupported", what: `an instance of ${className(value)}` };
  if (isSubstitution(value)) return substitutionProblem(value.variable);
  if (isPolicyImage(value)) return { type: "image", image: value };
  if (isNotSecret(value)) return notSecretProblem(value);
  if (isResource(value)) {
    const what = `the ${nameOf(value)} itself`;
    return { type: "unsupported", what, hint: "write its name here: metadata.name" };
  }
  if (isDirectory(value))
    return { type: "unsupported", what: "a directory()", hint: "put it into the path of a Kustomization" };
  if (hasBrand(value)) return { type: "unsupported", what: "a value of Sluice's" };
  return isExternal(value)
    ? { type: "unsupported", what: "a reference", hint: "write the name alone here" }
    : undefined;
}

/** Calls a resource by its kind and name, which nobody has checked. */
function nameOf({
  kind,
  metadata,
}: {
  readonly kind: unknown;
  readonly metadata: { readonly name?: unknown };
}): string {
  if (typeof kind !== "string") return "resource";
  return typeof metadata.name === "string" ? `${kind} ${JSON.stringify(metadata.name)}` : kind;
}

const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;

function substitutionProblem(variable: unknown): ValueProblem {
  if (typeof variable === "string" && VARIABLE.test(variable)) return { type: "substitution", variable };
  return {
    type: "unsupported",
    what: `a substitution() of ${JSON.stringify(variable) ?? "undefined"}, which Flux does not take for a variable`,
    hint: "name it with letters, digits and _, not starting with a digit",
  };
}

function notSecretProblem(marked: NotSecret): ValueProblem {
  const { value, reason }: { readonly value: unknown; readonly reason: unknown } = marked;
  if (typeof value === "string" && isData(value) && typeof (reason ?? "") === "string")
    return { type: "not-secret", marked };
  return {
    type: "unsupported",
    what: "a notSecret() of something else than a text and a reason",
    hint: 'write notSecret("the text", "why it is no secret")',
  };
}

function className(value: object): string {
  const { constructor: made }: { readonly constructor?: unknown } = value;
  return (typeof made === "function" && made.name) || "a class";
}

/** Says whether two values are the same data. Deferred values are equal only to themselves. */
export function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (isDeferred(left) || isDeferred(right)) return false;
  if (isSecretValue(left) || isSecretValue(right))
    return isSecretValue(left) && isSecretValue(right) && isSameSecret(left, right);
  if (Array.isArray(left) || Array.isArray(right)) {
    if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
    return left.every((item, index) => isEqual(item, right[index]));
  }
  const leftFields = new Map<string, unknown>(Object.entries(left));
  const rightFields = new Map<string, unknown>(Object.entries(right));
  if (leftFields.size !== rightFields.size) return false;
  for (const [key, field] of leftFields)
    if (!rightFields.has(key) || !isEqual(field, rightFields.get(key))) return false;
  return true;
}

/** The paths at which two values differ, at most `most`. */
export function differences(left: unknown, right: unknown, path: FieldPath = [], most = 3): readonly FieldPath[] {
  if (isEqual(left, right)) return [];
  const isMaps = isMap(left) && isMap(right);
  if (!isMaps) return [path];
  const found: FieldPath[] = [];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    found.push(...differences(left[key], right[key], [...path, key], most));
    if (found.length >= most) break;
  }
  return found.slice(0, most);
}

/** Says whether a value is a map of fields: no list, and nothing that is kept whole. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && isFields(value);
}
