import { wrongType } from "./check-leaf.ts";
import { isLabelValue, isQualifiedName, LABEL_LENGTH } from "./names.ts";
import { showValue } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** What the key of a label or annotation has to be, behind "write". */
export const KEYS_TAKE: string = `at most ${LABEL_LENGTH} letters, digits, "-", "_" and ".", with a letter or digit at both ends, and before it, if it is not your own, a domain and "/": "example.com/name"`;

/** Checks the labels of an object. The walk stands at them. */
export function checkLabels(labels: Readonly<Record<string, unknown>>, walk: Walk): void {
  for (const key in labels) {
    const value = labels[key];
    if (value === undefined) continue;
    walk.path.push(key);
    // Of a key, as of a value, the part may be missing that is filled in later.
    if (!isQualifiedName(key)) {
      walk.fail(key, { code: "metadata/label", says: "has a key that labels cannot have", hint: `write ${KEYS_TAKE}` });
    }
    if (typeof value === "string") checkValue(value, walk);
    else if (value !== null)
      walk.fail(value, { ...wrongType(value, { type: "string" }, false), code: "metadata/label" });
    walk.path.pop();
  }
}

function checkValue(value: string, walk: Walk): void {
  if (isLabelValue(value)) return;
  walk.fail(value, {
    code: "metadata/label",
    says:
      value.length > LABEL_LENGTH
        ? `has ${value.length} characters, which is too many for a label`
        : `is ${showValue(value)}, which cannot be the value of a label`,
    hint: `write at most ${LABEL_LENGTH} letters, digits, "-", "_" and ".", with a letter or digit at both ends, or keep other texts in an annotation`,
  });
}
