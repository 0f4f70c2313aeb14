import type { CompiledFile, MarkedImage } from "../compile/compiled.ts";
import { isPlainObject, setField } from "../model/copy.ts";
import type { FieldPath } from "../model/field-path.ts";
import { commented } from "./yaml/commented.ts";

/** Says whether image automation writes to a file. */
export function hasImages(file: CompiledFile): boolean {
  return file.type === "resources" && file.resources.some(({ images }) => images !== undefined);
}

/** A file as it is whatever image automation writes there: what its digest in the index is made of. */
export function withoutVersions<File extends CompiledFile>(file: File): File {
  if (file.type !== "resources" || !hasImages(file)) return file;
  const resources = file.resources.map((resource) => ({
    ...resource,
    images: resource.images?.map((image) => ({ ...image, value: "" })),
  }));
  return { ...file, resources };
}

/** A manifest with its markers, and with the values that stand before them. */
export function withMarkers(manifest: object, images: readonly MarkedImage[] | undefined): object {
  if (images === undefined) return manifest;
  let result = manifest;
  for (const { path, value, marker } of images) result = withLeaf(result, path, commented(value, marker));
  return result;
}

function withLeaf(value: object, path: FieldPath, leaf: object): object {
  const [key, ...rest] = path;
  if (key === undefined) return leaf;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? withLeaf(item, rest, leaf) : item));
  if (!isPlainObject(value)) return value;
  const result: Record<string, unknown> = {};
  for (const field of Object.keys(value)) {
    const old = value[field];
    setField(result, field, field === key ? withLeaf(Object(old), rest, leaf) : old);
  }
  return result;
}
