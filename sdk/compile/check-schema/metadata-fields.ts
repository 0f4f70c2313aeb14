/** What each field of `metadata` is. */
export const METADATA_FIELDS: ReadonlyMap<string, "string" | "integer" | "texts" | "list" | "strings"> = new Map([
  ["name", "string"],
  ["generateName", "string"],
  ["namespace", "string"],
  ["selfLink", "string"],
  ["uid", "string"],
  ["resourceVersion", "string"],
  ["generation", "integer"],
  ["creationTimestamp", "string"],
  ["deletionTimestamp", "string"],
  ["deletionGracePeriodSeconds", "integer"],
  ["labels", "texts"],
  ["annotations", "texts"],
  ["ownerReferences", "list"],
  ["finalizers", "strings"],
  ["managedFields", "list"],
]);

/** Says whether an author may take a field for one of the object itself that stands in `metadata`. */
export function isMetadataField(name: string): boolean {
  return METADATA_FIELDS.has(name);
}
