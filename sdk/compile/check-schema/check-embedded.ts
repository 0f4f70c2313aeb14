import { checkMetadata } from "./check-metadata.ts";
import { ownField } from "./data.ts";
import { showValue, typeOf } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** Says whether every object has a field of this name. */
export function isEmbeddedField(name: string): boolean {
  return name === "apiVersion" || name === "kind" || name === "metadata";
}

const API_VERSION = /^([^/]+\/)?[^/]+$/;
/** Any case, and otherwise a label that starts with a letter. */
const KIND = /^[A-Za-z]([-A-Za-z0-9]{0,61}[A-Za-z0-9])?$/;

const RULES = { names: "path-segment", isNameNeeded: false } as const;

/** Checks what an object that stands inside another has to have. */
export function checkEmbedded(value: Readonly<Record<string, unknown>>, walk: Walk): void {
  checkWord("apiVersion", ownField(value, "apiVersion"), API_VERSION, 'an API version such as "apps/v1"', walk);
  checkWord("kind", ownField(value, "kind"), KIND, 'a kind such as "Deployment"', walk);
  const metadata = ownField(value, "metadata");
  if (metadata === undefined) return;
  walk.path.push("metadata");
  checkMetadata(metadata, RULES, walk);
  walk.path.pop();
}

function checkWord(field: string, value: unknown, form: RegExp, takes: string, walk: Walk): void {
  walk.path.push(field);
  if (value === undefined || value === null) {
    const says = "is missing, and a Kubernetes object has one";
    walk.report({ code: "schema/required", says, hint: `give it ${takes}`, blocking: true });
  } else if (typeof value !== "string" || !form.test(value)) {
    const says = `is ${typeof value === "string" ? showValue(value) : typeOf(value)}`;
    walk.fail(value, { code: "schema/type", says, hint: `write ${takes}`, blocking: true });
  }
  walk.path.pop();
}
