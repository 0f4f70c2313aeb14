import { runOrThrow } from "./tool.ts";

/** A key pair of age. */
export interface AgeKey {
  /** The text of a key file: secret. */
  readonly identity: string;
  readonly recipient: string;
}

/** Makes a key pair, of age's usual kind or with an option of age-keygen. */
export async function newAgeKey(...options: readonly "-pq"[]): Promise<AgeKey> {
  const identity = await runOrThrow("age-keygen", options);
  const recipient = /^# public key: (age1\S+)$/m.exec(identity)?.[1];
  if (recipient === undefined) throw new Error("age-keygen names no public key");
  return { identity, recipient };
}

/** Encrypts the data of a Secret (YAML) as users do before they commit it. */
export function encryptSecret(yaml: string, { recipient }: AgeKey): Promise<string> {
  // The name says that it is YAML, and that the text comes from the input.
  const args = [
    "encrypt",
    `--age=${recipient}`,
    "--encrypted-regex=^(data|stringData)$",
    "--filename-override=secret.yaml",
  ];
  return runOrThrow("sops", args, { input: yaml });
}
