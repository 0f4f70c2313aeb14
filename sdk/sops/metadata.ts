import { timeText } from "./go-time.ts";
import type { JsonValue } from "./json-value.ts";
import type { TextProblem } from "./read-tree.ts";
import { RECIPIENT_TYPES, type RecipientType, recipientOf, type WrappedGroup, type WrappedKey } from "./recipient.ts";
import { DEFAULT_SELECTION, SELECTORS, type Selection } from "./selection.ts";
import { entryOf, type SopsEntry, type SopsMap } from "./tree.ts";

/** What SOPS writes into a file beside the values. */
export interface SopsMetadata {
  readonly keyGroups: readonly WrappedGroup[];
  /** How many groups it takes to read the file, where there are several. */
  readonly shamirThreshold?: number | undefined;
  readonly selection: Selection;
  readonly macOnlyEncrypted: boolean;
  readonly lastModified: string;
  /** The encrypted message authentication code. Empty where there is none. */
  readonly mac: string;
  readonly version?: string | undefined;
}

/** The version of SOPS whose format is written here. */
const SOPS_VERSION = "3.13.3";

const TYPES = Object.keys(RECIPIENT_TYPES) as readonly RecipientType[]; // its keys are of that type

/** Reads the map under `sops`. */
export function readMetadata({ key, value, line }: SopsEntry): SopsMetadata | TextProblem {
  if (value.type !== "map") return problem(`${key} is no map`, line);
  const lastModified = timeText(textAt(value, "lastmodified") ?? "");
  if (lastModified === undefined) return problem("lastmodified is no time", lineAt(value, "lastmodified") ?? line);
  const selectors = SELECTORS.filter((name) => textAt(value, name));
  if (selectors.length > 1) {
    const names = selectors.join(" and ");
    return { message: `${names} stand together`, hint: "SOPS takes only one of them in a file", line };
  }
  const keyGroups = readGroups(value);
  if (keyGroups.length === 0) return problem("it names no recipient", line);
  const by = selectors[0];
  return {
    keyGroups,
    shamirThreshold: Number(textAt(value, "shamir_threshold")) || undefined,
    selection: by === undefined ? DEFAULT_SELECTION : { by, pattern: textAt(value, by) ?? "" },
    macOnlyEncrypted: /^(?:True|true|1)$/.test(textAt(value, "mac_only_encrypted") ?? ""),
    // SOPS authenticates the code with the time in seconds.
    lastModified: lastModified.replace(/\.\d+/, ""),
    mac: textAt(value, "mac") ?? "",
    version: textAt(value, "version"),
  };
}

function problem(what: string, line: number | undefined): TextProblem {
  return { message: `the metadata of SOPS is broken: ${what}`, hint: "encrypt the file anew with sops", line };
}

function readGroups(metadata: SopsMap): readonly WrappedGroup[] {
  const single = readGroup(metadata);
  if (single.length > 0) return [single];
  return mapsAt(metadata, "key_groups").map(readGroup);
}

function readGroup(group: SopsMap): WrappedGroup {
  return TYPES.flatMap((type) => mapsAt(group, type).map((key) => readKey(type, key)));
}

function readKey(type: RecipientType, key: SopsMap): WrappedKey {
  const fields: Record<string, JsonValue> = {};
  for (const item of key.items) {
    if (item.type !== "entry" || item.key === "enc" || item.key === "created_at") continue;
    if (item.value.type === "map") fields[item.key] = textsOf(item.value);
    else if (item.value.type !== "list" && item.value.type !== "null") fields[item.key] = item.value.text;
  }
  return { recipient: recipientOf(type, fields), enc: textAt(key, "enc") ?? "", createdAt: textAt(key, "created_at") };
}

function textsOf(map: SopsMap): Readonly<Record<string, string>> {
  return Object.fromEntries(
    map.items.flatMap((item) =>
      item.type === "entry" && "text" in item.value ? [[item.key, item.value.text] as const] : [],
    ),
  );
}

function textAt(map: SopsMap, key: string): string | undefined {
  const value = entryOf(map, key)?.value;
  return value !== undefined && "text" in value ? value.text : undefined;
}

function lineAt(map: SopsMap, key: string): number | undefined {
  return entryOf(map, key)?.line;
}

function mapsAt(map: SopsMap, key: string): readonly SopsMap[] {
  const value = entryOf(map, key)?.value;
  return value?.type === "list" ? value.items.filter((item): item is SopsMap => item.type === "map") : [];
}

/** The map under `sops` as SOPS writes it: sorted by its keys, and without what is not said. */
export function metadataContent(metadata: SopsMetadata): Readonly<Record<string, JsonValue>> {
  const { keyGroups, shamirThreshold, selection, macOnlyEncrypted, lastModified, mac, version } = metadata;
  const [single = [], ...others] = keyGroups;
  return sorted({
    ...(others.length === 0
      ? groupContent(single)
      : { key_groups: keyGroups.map((group) => sorted({ hc_vault: [], age: [], ...groupContent(group) })) }),
    lastmodified: lastModified,
    mac,
    [selection.by]: selection.pattern,
    ...(macOnlyEncrypted && { mac_only_encrypted: true }),
    ...(shamirThreshold && others.length > 0 && { shamir_threshold: shamirThreshold }),
    version: version ?? SOPS_VERSION,
  });
}

function groupContent(group: WrappedGroup): Record<string, JsonValue> {
  const content: Record<string, JsonValue> = {};
  for (const type of TYPES) {
    const keys = group.filter(({ recipient }) => recipient.type === type);
    if (keys.length > 0) content[type] = keys.map(keyContent);
  }
  return content;
}

function keyContent({ recipient, enc, createdAt }: WrappedKey): Readonly<Record<string, JsonValue>> {
  return sorted({ ...recipient.fields, ...(createdAt !== undefined && { created_at: createdAt }), enc });
}

function sorted(content: Readonly<Record<string, JsonValue>>): Readonly<Record<string, JsonValue>> {
  return Object.fromEntries(Object.entries(content).sort(([one], [other]) => (one < other ? -1 : 1)));
}
