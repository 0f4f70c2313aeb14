import type { JsonValue } from "./json-value.ts";

/** The kinds of keys, by the names that they have in a file's metadata. */
export type RecipientType = "age" | "pgp" | "kms" | "gcp_kms" | "hckms" | "azure_kv" | "hc_vault";

/** Somebody who can read a file. */
export interface Recipient {
  readonly type: RecipientType;
  /** What tells it from others of its type, as SOPS prints it. */
  readonly id: string;
  /** How a file's metadata describes it, in the order of its printing. */
  readonly fields: Readonly<Record<string, JsonValue>>;
}

/** A group of recipients each of whom can read the same part of the data key. */
export type KeyGroup = readonly Recipient[];

/** A recipient with the part of the data key that is encrypted for it. */
export interface WrappedKey {
  readonly recipient: Recipient;
  readonly enc: string;
  /** When it was encrypted. Only age does not say. */
  readonly createdAt?: string | undefined;
}

export type WrappedGroup = readonly WrappedKey[];

/** The types in the order of SOPS, with the fields that make up what tells a recipient from others. */
export const RECIPIENT_TYPES: Readonly<Record<RecipientType, (fields: Readonly<Record<string, JsonValue>>) => string>> =
  {
    kms: ({ arn, role, context, aws_profile }) => {
      const arnAndRole = [arn, role].filter(Boolean).join("+");
      const pairs = Object.entries(Object(context)).map(([key, value]) => `${key}:${value}`);
      const parts = aws_profile
        ? [arnAndRole, pairs.join(","), aws_profile]
        : [arnAndRole, ...pairs.join(",").split(/^$/)];
      return parts.join("|");
    },
    gcp_kms: ({ resource_id }) => String(resource_id),
    hckms: ({ key_id }) => String(key_id),
    azure_kv: ({ vault_url, name, version }) => `${vault_url}/keys/${name}/${version ?? ""}`,
    hc_vault: ({ vault_address, engine_path, key_name }) => `${vault_address}/v1/${engine_path}/keys/${key_name}`,
    pgp: ({ fp }) => String(fp),
    age: ({ recipient }) => String(recipient),
  };

/** Makes a recipient of what a file's metadata says of it. */
export function recipientOf(type: RecipientType, fields: Readonly<Record<string, JsonValue>>): Recipient {
  return { type, id: RECIPIENT_TYPES[type](fields), fields };
}

/** An age recipient: X25519 or post-quantum, an SSH key, or one of a plugin. */
export function ageRecipient(recipient: string): Recipient {
  return recipientOf("age", { recipient });
}

/**
 * Says whether a data key is encrypted for a recipient in process. All others are for the command `sops`: keys in a cloud, PGP, SSH keys,
 * and age's plugins, whose recipients have a name between `age1` and the next `1`.
 */
export function isInProcess({ type, id }: Recipient): boolean {
  return type === "age" && /^age1(?:pq1)?[^1]+$/.test(id);
}

/** Says whether two recipients are one. A key of Azure without a version is its newest, whichever that is. */
export function isSameRecipient(one: Recipient, other: Recipient): boolean {
  if (one.type !== other.type) return false;
  if (one.id === other.id) return true;
  const isAzure = one.type === "azure_kv";
  return (
    isAzure &&
    ((one.id.endsWith("/") && other.id.startsWith(one.id)) || (other.id.endsWith("/") && one.id.startsWith(other.id)))
  );
}
