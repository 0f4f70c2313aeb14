import type { Decrypter } from "age-encryption";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isInProcess, isSameRecipient, type KeyGroup, type Recipient, type WrappedGroup } from "./recipient.ts";
import { combineShares, splitSecret } from "./shamir.ts";
import type { SopsFile } from "./sops-file.ts";

/** For whom a data key is encrypted. */
export interface Recipients {
  readonly keyGroups: readonly KeyGroup[];
  readonly shamirThreshold?: number | undefined;
}

/** The recipients that a data key cannot be encrypted for in process. The command `sops` can. */
export function recipientsForSops({ keyGroups }: Recipients): readonly Recipient[] {
  return keyGroups.flat().filter((recipient) => !isInProcess(recipient));
}

/**
 * Encrypts a data key for recipients that all are age's own. What `previous` holds for a recipient that stays is kept, as long as there
 * is one group: the parts of several belong together.
 */
export async function wrapForAge(
  dataKey: Uint8Array,
  recipients: Recipients,
  previous: readonly WrappedGroup[] = [],
): Promise<readonly WrappedGroup[]> {
  const { keyGroups, shamirThreshold = keyGroups.length } = recipients;
  if (recipientsForSops(recipients).length > 0) throw new InternalError("A recipient is none of age's own");
  const parts = keyGroups.length > 1 ? splitSecret(dataKey, keyGroups.length, shamirThreshold) : [dataKey];
  const known = keyGroups.length === 1 && previous.length === 1 ? previous.flat() : [];
  return Promise.all(
    keyGroups.map((group, index) =>
      Promise.all(
        group.map(
          async (recipient) =>
            known.find((key) => isSameRecipient(key.recipient, recipient)) ?? {
              recipient,
              enc: await wrap(parts[index] ?? dataKey, recipient.id),
            },
        ),
      ),
    ),
  );
}

async function wrap(part: Uint8Array, recipient: string): Promise<string> {
  const { armor, Encrypter } = await import("age-encryption");
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return armor.encode(await encrypter.encrypt(part));
}

/**
 * Finds a file's data key with age identities, one a text such as `AGE-SECRET-KEY-1…`. `undefined` when none of them is a recipient's, or
 * too few groups have one.
 */
export async function unwrapWithAge(file: SopsFile, identities: readonly string[]): Promise<Uint8Array | undefined> {
  const { keyGroups, shamirThreshold = keyGroups.length } = file.metadata;
  if (identities.length === 0) return undefined;
  const { armor, Decrypter } = await import("age-encryption");
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const parts: Uint8Array[] = [];
  for (const group of keyGroups) {
    const part = await unwrapGroup(group, (enc) => decrypter.decrypt(armor.decode(enc)));
    if (part !== undefined) parts.push(part);
  }
  if (keyGroups.length === 1) return parts[0];
  return parts.length < shamirThreshold ? undefined : combineShares(parts);
}

async function unwrapGroup(
  group: WrappedGroup,
  decrypt: (enc: string) => ReturnType<Decrypter["decrypt"]> | Promise<Uint8Array>,
): Promise<Uint8Array | undefined> {
  for (const { recipient, enc } of group) {
    if (recipient.type !== "age") continue;
    try {
      return await (decrypt(enc) as Promise<Uint8Array>);
    } catch {
      // It is for another identity.
    }
  }
  return undefined;
}
