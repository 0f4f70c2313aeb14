import { additionalData, decryptLeaf, encryptLeaf } from "./cipher.ts";
import { startMac } from "./mac.ts";
import { metadataContent } from "./metadata.ts";
import { plainData, treeOf } from "./plain-data.ts";
import type { WrappedGroup } from "./recipient.ts";
import type { SopsRule } from "./rules.ts";
import { selectorOf } from "./selection.ts";
import type { SopsFile } from "./sops-file.ts";
import { bytesOf, type SopsLeaf, type SopsMap } from "./tree.ts";
import { changeLeaves, type LeafPlace } from "./walk-tree.ts";

/** A manifest to encrypt. */
export interface EncryptInput {
  /** Plain data in its canonical order, every secret value a text. */
  readonly manifest: object;
  readonly rule: SopsRule;
  readonly dataKey: Uint8Array;
  /** The data key, encrypted for the recipients of the rule. */
  readonly keys: readonly WrappedGroup[];
  readonly lastModified: Date;
  /** What stands there so far, with the key it was encrypted with. Values that are the same keep their ciphertext. */
  readonly previous?: { readonly file: SopsFile; readonly dataKey: Uint8Array } | undefined;
}

/** Encrypts a manifest. What comes back is printed as it is: its values are in the manifest's order, and `sops` is the last. */
export function encryptManifest(input: EncryptInput): Readonly<Record<string, unknown>> {
  const { manifest, rule, dataKey, keys, lastModified, previous } = input;
  const isSelected = selectorOf(rule.selection);
  const mac = startMac(rule.macOnlyEncrypted);
  const known = knownCiphertexts(previous, dataKey);
  const encrypted = changeLeaves(treeOf(manifest), (leaf, place) => {
    const isEncrypted = isSelected(place);
    if (leaf.type !== "comment") mac.add(leaf, isEncrypted);
    if (!isEncrypted) return leaf;
    const text = known?.get(knownKey(leaf, place))?.shift() ?? encryptLeaf(leaf, dataKey, additionalData(place.keys));
    return { type: "str", text };
  });
  const code = mac.text();
  const kept = previous && isSameContent(previous, dataKey, encrypted, code) ? previous.file.metadata : undefined;
  const time = kept?.lastModified ?? lastModified.toISOString().replace(/\.\d+/, "");
  const metadata = {
    keyGroups: keys,
    shamirThreshold: rule.shamirThreshold ?? (keys.length > 1 ? keys.length : undefined),
    selection: rule.selection,
    macOnlyEncrypted: rule.macOnlyEncrypted,
    lastModified: time,
    mac: kept?.mac ?? encryptLeaf({ type: "str", text: code }, dataKey, time),
    version: kept?.version,
  };
  return { ...plainData(encrypted), sops: metadataContent(metadata) };
}

/** The ciphertexts of a file by what they stand for and where, so that what is unchanged keeps its own. Lists may hold a value twice. */
function knownCiphertexts(
  previous: EncryptInput["previous"],
  dataKey: Uint8Array,
): ReadonlyMap<string, string[]> | undefined {
  if (previous === undefined || Buffer.compare(previous.dataKey, dataKey) !== 0) return undefined;
  const isSelected = selectorOf(previous.file.metadata.selection);
  const known = new Map<string, string[]>();
  for (const document of previous.file.documents) {
    changeLeaves(document, (leaf, place) => {
      if (leaf.type !== "str" || !isSelected(place)) return leaf;
      const plain = decryptLeaf(leaf.text, dataKey, additionalData(place.keys));
      if (plain === undefined) return leaf;
      const key = knownKey(plain, place);
      known.set(key, [...(known.get(key) ?? []), leaf.text]);
      return leaf;
    });
  }
  return known;
}

function knownKey(leaf: SopsLeaf, { keys }: LeafPlace): string {
  return JSON.stringify([leaf.type, Buffer.from(bytesOf(leaf)).toString("base64"), keys]);
}

/** Whether a file already says what it is to say, so that its code and time can stay. */
function isSameContent(
  { file, dataKey: previousKey }: NonNullable<EncryptInput["previous"]>,
  dataKey: Uint8Array,
  encrypted: SopsMap,
  code: string,
): boolean {
  if (Buffer.compare(previousKey, dataKey) !== 0) return false;
  const [document, ...others] = file.documents;
  if (document === undefined || others.length > 0) return false;
  const written = decryptLeaf(file.metadata.mac, dataKey, file.metadata.lastModified);
  const isSameCode = written?.text === code;
  return isSameCode && JSON.stringify(plainData(document)) === JSON.stringify(plainData(encrypted));
}
