import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from "age-encryption";

/** An identity of age with its public key. */
export interface AgeKey {
  readonly identity: string;
  readonly recipient: string;
}

/** Makes a key of age. */
export async function ageKey(): Promise<AgeKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Makes a post-quantum key of age. */
export async function hybridAgeKey(): Promise<AgeKey> {
  const identity = await generateHybridIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}
