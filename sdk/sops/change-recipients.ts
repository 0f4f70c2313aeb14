import { additionalData, decryptLeaf, encryptLeaf } from "./cipher.ts";
import { decryptFile } from "./decrypt.ts";
import { metadataContent, type SopsMetadata } from "./metadata.ts";
import type { WrappedGroup } from "./recipient.ts";
import { readSopsFile, type SopsFile } from "./sops-file.ts";
import { changeLeaves } from "./walk-tree.ts";

/** A file that others are to read. */
export interface RecipientChange {
  /** As it stands on disk, with line ends as `\n`. */
  readonly text: string;
  readonly file: SopsFile;
  readonly dataKey: Uint8Array;
  /** Set where somebody is not to read it any more who knows the data key: every value is encrypted with this one. */
  readonly newDataKey?: Uint8Array | undefined;
  /** The data key that counts, encrypted for the new recipients. */
  readonly keys: readonly WrappedGroup[];
  readonly shamirThreshold?: number | undefined;
  readonly now: Date;
  /** Prints data as YAML. */
  readonly print: (data: object) => string;
}

/**
 * Gives a file other recipients. What need not change stays byte for byte, comments and style included: all but the metadata, and with
 * a new data key the ciphertexts. `undefined` for a file that is not written as SOPS writes YAML.
 */
export function changeRecipients(change: RecipientChange): string | undefined {
  const { text, file, dataKey, newDataKey, keys, shamirThreshold, now, print } = change;
  const values = newDataKey === undefined ? text : withNewKey(text, file, dataKey, newDataKey);
  const metadata: SopsMetadata = {
    ...(newDataKey === undefined ? file.metadata : withNewCode(file.metadata, dataKey, newDataKey, now)),
    keyGroups: keys,
    shamirThreshold: keys.length > 1 ? (shamirThreshold ?? keys.length) : undefined,
  };
  const changed = withMetadata(values, print({ sops: metadataContent(metadata) }));
  return changed !== undefined && holdsTheSame(changed, change) ? changed : undefined;
}

/** Every ciphertext is another, since each has its own random part: so it can be replaced wherever it stands in the text. */
function withNewKey(text: string, { documents }: SopsFile, dataKey: Uint8Array, newDataKey: Uint8Array): string {
  let changed = text;
  for (const document of documents) {
    changeLeaves(document, (leaf, { keys }) => {
      // A comment may have been taken for one of a block around it.
      for (let length = keys.length; length >= 0; length--) {
        const additional = additionalData(keys.slice(0, length));
        const plain = leaf.text === "" ? undefined : decryptLeaf(leaf.text, dataKey, additional);
        if (plain === undefined) continue;
        changed = changed.replaceAll(leaf.text, () => encryptLeaf(plain, newDataKey, additional));
        break;
      }
      return leaf;
    });
  }
  return changed;
}

function withNewCode(metadata: SopsMetadata, dataKey: Uint8Array, newDataKey: Uint8Array, now: Date): SopsMetadata {
  const lastModified = now.toISOString().replace(/\.\d+/, "");
  const code = decryptLeaf(metadata.mac, dataKey, metadata.lastModified);
  return { ...metadata, lastModified, mac: code === undefined ? "" : encryptLeaf(code, newDataKey, lastModified) };
}

/** The block under `sops`: up to what is not indented. */
const METADATA = /^sops:[ \t]*(?:#.*)?\n(?:[ \t]+.*(?:\n|$)|[ \t]*\n)*/gm;

function withMetadata(text: string, block: string): string | undefined {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  return whole.match(METADATA)?.length === 1 ? whole.replace(METADATA, () => block) : undefined;
}

function holdsTheSame(changed: string, { file, dataKey, newDataKey = dataKey }: RecipientChange): boolean {
  const read = readSopsFile(changed);
  if (read.type !== "read") return false;
  const [before, after] = [decryptFile(file, dataKey), decryptFile(read.file, newDataKey)];
  return (
    before.type === "decrypted" &&
    after.type === "decrypted" &&
    after.isMacRight &&
    withoutLines(before.documents) === withoutLines(after.documents)
  );
}

function withoutLines(documents: SopsFile["documents"]): string {
  return JSON.stringify(documents, (key, value: unknown) => (key === "line" ? undefined : value));
}
