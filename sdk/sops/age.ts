import type { Decrypter } from "age-encryption";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isBech32 } from "./bech32.ts";
import type { SopsMetadata } from "./metadata.ts";
import {
  isInProcess,
  isSameRecipient,
  type KeyGroup,
  type Recipient,
  type WrappedGroup,
  type WrappedKey,
} from "./recipient.ts";
import { combineShares, splitSecret } from "./shamir.ts";
import type { SopsFile } from "./sops-file.ts";

/** For whom a data key is encrypted. A rule says so, and a file. */
export interface Recipients {
  readonly keyGroups: readonly KeyGroup[];
  readonly shamirThreshold?: number | undefined;
}

/**
 * The recipients that a data key cannot be encrypted for in process, and that the command `sops` can.
 *
 * @param previous The same data key, encrypted for as many groups, of which as many are enough. What it has is kept.
 */
export function recipientsForSops(
  recipients: Recipients,
  previous: readonly WrappedGroup[] = [],
): readonly Recipient[] {
  const kept = keptKeys(recipients, previous);
  return recipients.keyGroups.flatMap((group, index) =>
    group.filter((recipient) => !isInProcess(recipient) && findKey(kept[index], recipient) === undefined),
  );
}

/**
 * Encrypts a data key for recipients of which none is for the command `sops`.
 *
 * @param previous The same data key, encrypted for as many groups, of which as many are enough. What it has is kept.
 */
export async function wrapForAge(
  dataKey: Uint8Array,
  recipients: Recipients,
  previous: readonly WrappedGroup[] = [],
): Promise<readonly WrappedGroup[]> {
  const [other] = recipientsForSops(recipients, previous);
  if (other !== undefined) throw new InternalError(`A key of type ${other.type} is not encrypted for in process`);
  const { keyGroups } = recipients;
  const kept = keptKeys(recipients, previous);
  const isSplit = keyGroups.length > 1 && kept.length === 0;
  const parts = isSplit ? splitSecret(dataKey, keyGroups.length, thresholdOf(recipients)) : [];
  return Promise.all(
    keyGroups.map((group, index) =>
      Promise.all(
        group.map((recipient) => findKey(kept[index], recipient) ?? wrap(parts[index] ?? dataKey, recipient)),
      ),
    ),
  );
}

/** What can be kept: all of one group; of several, whose keys are for parts that belong together, everything or nothing. */
function keptKeys({ keyGroups }: Recipients, previous: readonly WrappedGroup[]): readonly WrappedGroup[] {
  if (previous.length !== keyGroups.length) return [];
  const hasAll = keyGroups.every((group, index) => group.every((recipient) => findKey(previous[index], recipient)));
  return previous.length === 1 || hasAll ? previous : [];
}

function thresholdOf({ keyGroups, shamirThreshold }: Recipients | SopsMetadata): number {
  return shamirThreshold ?? keyGroups.length;
}

function findKey(group: WrappedGroup | undefined, recipient: Recipient): WrappedKey | undefined {
  return group?.find((key) => isSameRecipient(key.recipient, recipient));
}

async function wrap(part: Uint8Array, recipient: Recipient): Promise<WrappedKey> {
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient.id);
  return { recipient, enc: armor.encode(await encrypter.encrypt(part)) };
}

/** Of each list of identities what decrypts with them: to take one in costs as much as to open a file. */
const decrypters = new WeakMap<readonly string[], Decrypter>();

/**
 * Finds a file's data key with age identities. `undefined` when none of them is a recipient's, or too few groups have one.
 *
 * @param identities Each one a text such as `AGE-SECRET-KEY-1…`. What is malformed opens nothing.
 */
export async function unwrapWithAge(
  { metadata }: SopsFile,
  identities: readonly string[],
): Promise<Uint8Array | undefined> {
  const usable = identities.filter(isIdentity);
  if (usable.length === 0) return undefined;
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = decrypters.get(identities) ?? new Decrypter();
  if (!decrypters.has(identities)) {
    for (const identity of usable) decrypter.addIdentity(identity);
    decrypters.set(identities, decrypter);
  }
  const decrypt = (enc: string): Promise<Uint8Array> => decrypter.decrypt(armor.decode(enc));
  const parts: Uint8Array[] = [];
  for (const group of metadata.keyGroups) {
    const part = await unwrapGroup(group, decrypt);
    if (part !== undefined) parts.push(part);
  }
  if (metadata.keyGroups.length === 1) return parts[0];
  return parts.length < thresholdOf(metadata) ? undefined : combineShares(parts);
}

async function unwrapGroup(
  group: WrappedGroup,
  decrypt: (enc: string) => Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  for (const { recipient, enc } of group) {
    if (recipient.type !== "age") continue;
    try {
      return await decrypt(enc);
    } catch {
      // It is for another identity.
    }
  }
  return undefined;
}

/** Says whether a text is an identity of age's own, which is secret. */
export function isIdentity(text: string): boolean {
  const code = text.toLowerCase();
  return (
    text === text.toUpperCase() && ["age-secret-key-", "age-secret-key-pq-"].some((prefix) => isBech32(code, prefix))
  );
}

/** Makes an age key. The identity is secret. */
export async function makeAgeKey(): Promise<{ readonly identity: string; readonly recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await import("age-encryption");
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public key of an identity. */
export async function recipientOfIdentity(identity: string): Promise<string> {
  const { identityToRecipient } = await import("age-encryption");
  return identityToRecipient(identity);
}
