import { formatFieldPath } from "../model/field-path.ts";
import type { CompiledResource, Manifest, MarkedImage } from "./compiled.ts";
import { differences, isEqual } from "./values.ts";

/** What of an object ends up in its file. */
export type Written = Pick<CompiledResource, "images" | "comments"> & { readonly manifest: Manifest | object };

/** Where two objects that should be written alike differ, for people: a few paths. */
export function writtenDifferences(left: Written, right: Written): readonly string[] {
  const paths = differences(left.manifest, right.manifest).map(formatFieldPath);
  const [one, other] = [markers(left), markers(right)];
  const marked = [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
  const comments = isEqual(left.comments ?? [], right.comments ?? []) ? [] : ["the comments"];
  return [
    ...paths,
    ...marked.filter((path) => !paths.includes(path)).map((path) => `the policy of ${path}`),
    ...comments,
  ];
}

function markers({ images = [] }: Written): ReadonlyMap<string, string> {
  return new Map(images.map(({ path, marker }: MarkedImage) => [formatFieldPath(path), marker]));
}
