import { isObject } from "./data.ts";
import type { Walk } from "./walk.ts";

/** The most that the API server takes in one request. */
const REQUEST_BYTES = 3 * 2 ** 20;
/** The most that etcd keeps as one object, as it is usually set up. */
const STORED_BYTES = 1.5 * 2 ** 20;

/** What lies deeper is not counted. */
const MAX_DEPTH = 500;

/** Reports an object that is too large. The walk stands at the object itself. */
export function checkSize(object: unknown, walk: Walk): void {
  const bytes = walk.options.size ?? leastBytes(object, REQUEST_BYTES, walk);
  if (bytes > REQUEST_BYTES) {
    walk.report({
      code: "metadata/size",
      says: "is larger than 3 MiB, and the API server takes no such request",
      hint: "split it into several objects",
      blocking: true,
    });
  } else if (bytes > STORED_BYTES) {
    walk.report({
      code: "metadata/size",
      severity: "warning",
      says: "is larger than 1.5 MiB, the most that etcd keeps as one object unless it was told otherwise",
      hint: "split it into several objects",
    });
  }
}

/**
 * The least number of bytes that a value takes as JSON: a byte for each UTF-16 unit of a text, though it may take three. Counts on
 * only until it knows that there are more than `enough`, so it ends for what has no end, too.
 */
function leastBytes(value: unknown, enough: number, walk: Walk): number {
  let bytes = 0;
  const count = (part: unknown, depth: number): void => {
    if (bytes > enough || depth > MAX_DEPTH) return;
    if (typeof part === "string") bytes += part.length + 2;
    else if (Array.isArray(part)) {
      bytes += part.length + 1;
      for (let index = 0; index < part.length && bytes <= enough; index++) count(part[index], depth + 1);
    } else if (isObject(part)) {
      bytes += 2;
      if (walk.isUnknown(part)) return;
      for (const key in part) {
        if (bytes > enough) return;
        bytes += key.length + 4;
        count(part[key], depth + 1);
      }
    } else bytes += 1;
  };
  count(value, 0);
  return bytes;
}
