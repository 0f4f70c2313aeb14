import { KEYS_TAKE } from "./check-labels.ts";
import { wrongType } from "./check-leaf.ts";
import { isQualifiedName } from "./names.ts";
import type { Walk } from "./walk.ts";

/** Bytes of all keys and values together. */
const MOST_BYTES = 256 * 1024;

/** Checks the annotations of an object. The walk stands at them. */
export function checkAnnotations(annotations: Readonly<Record<string, unknown>>, walk: Walk): void {
  let units = 0;
  for (const key in annotations) {
    const value = annotations[key];
    if (value === undefined) continue;
    units += key.length + (typeof value === "string" ? value.length : 0);
    if (typeof value !== "string" && value !== null) {
      walk.path.push(key);
      walk.fail(value, { ...wrongType(value, { type: "string" }, true), code: "metadata/annotation" });
      walk.path.pop();
    }
    // Unlike in labels, case does not count here.
    if (isQualifiedName(key.toLowerCase())) continue;
    walk.path.push(key);
    walk.fail(key, {
      code: "metadata/annotation",
      says: "has a key that annotations cannot have",
      hint: `write ${KEYS_TAKE}`,
    });
    walk.path.pop();
  }
  // A unit takes three bytes at most.
  if (3 * units > MOST_BYTES) checkSize(annotations, walk);
}

function checkSize(annotations: Readonly<Record<string, unknown>>, walk: Walk): void {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const [key, value] of Object.entries(annotations)) {
    bytes += encoder.encode(key).length + (typeof value === "string" ? encoder.encode(value).length : 0);
  }
  if (bytes <= MOST_BYTES) return;
  walk.report({
    code: "metadata/annotation",
    says: `have ${bytes} bytes`,
    hint: `keep all of them together under ${MOST_BYTES} bytes: put long texts into an object of their own`,
    blocking: true,
  });
}
