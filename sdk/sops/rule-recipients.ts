import { isBech32 } from "./bech32.ts";
import type { JsonValue } from "./json-value.ts";
import { ageRecipient, type KeyGroup, type Recipient, recipientOf } from "./recipient.ts";

/** What `.sops.yaml` says that SOPS refuses. */
export class RefusedSetting extends Error {
  readonly hint: string;
  readonly setting: string | undefined;

  constructor(message: string, hint: string, setting?: string) {
    super(message);
    this.hint = hint;
    this.setting = setting;
  }
}

type Settings = Readonly<Record<string, unknown>>;

/** The groups of recipients that a rule names. */
export function groupsOf(rule: Settings): readonly KeyGroup[] {
  const groups = listAt(rule, "key_groups");
  if (groups.length === 0) return [withoutDoubles(recipientsOf(rule))];
  return groups.map((group) => withoutDoubles(membersOf(settingsOf(group, "key_groups"))));
}

/** The recipients of a rule without groups, in the order of SOPS. */
function recipientsOf(rule: Settings): readonly Recipient[] {
  const profile = textAt(rule, "aws_profile");
  return [
    ...textsAt(rule, "age").flatMap(ageKeys),
    ...textsAt(rule, "pgp").map(pgpKey),
    ...textsAt(rule, "kms").map((arn) => kmsKey(arn, profile)),
    ...textsAt(rule, "gcp_kms").map((id) => recipientOf("gcp_kms", { resource_id: id.trim() })),
    ...listOfTexts(rule, "hckms").map(huaweiKey),
    ...textsAt(rule, "azure_keyvault").map(azureKey),
    ...textsAt(rule, "hc_vault_transit_uri").map(vaultKey),
  ];
}

/** The recipients of a group, after those of the groups that it takes in. */
function membersOf(group: Settings): readonly Recipient[] {
  return [
    ...listAt(group, "merge").flatMap((merged) => membersOf(settingsOf(merged, "merge"))),
    ...listOfTexts(group, "age").flatMap(ageKeys),
    ...listOfTexts(group, "pgp").map(pgpKey),
    ...listAt(group, "kms").map((key) => kmsMember(settingsOf(key, "kms"))),
    ...listAt(group, "gcp_kms").map((key) => {
      const resource = textAt(settingsOf(key, "gcp_kms"), "resource_id") ?? "";
      return recipientOf("gcp_kms", { resource_id: resource.trim() });
    }),
    ...listAt(group, "hckms").map((key) => huaweiKey(textAt(settingsOf(key, "hckms"), "key_id") ?? "")),
    ...listAt(group, "azure_keyvault").map((key) => azureMember(settingsOf(key, "azure_keyvault"))),
    ...listOfTexts(group, "hc_vault").map(vaultKey),
  ];
}

function withoutDoubles(group: readonly Recipient[]): KeyGroup {
  if (group.length === 0)
    throw new RefusedSetting(
      "it names no recipient",
      'write the public key of who may read the files, such as "age: age1…"',
    );
  return group.filter(
    ({ type, id }, index) => group.findIndex((other) => other.type === type && other.id === id) === index,
  );
}

/** One text may hold several, in a list of a group too. */
function ageKeys(text: string): readonly Recipient[] {
  return text.split(",").map((part) => ageKey(part.trim()));
}

function ageKey(recipient: string): Recipient {
  if (/^AGE-SECRET-KEY-/i.test(recipient))
    throw new RefusedSetting(
      "it holds a private age key",
      "remove it, make a new key, and write its public key there, which starts with age1",
      "age",
    );
  const isKnown = recipient.startsWith("ssh-") || recipient.startsWith("age1");
  const isPlugin = /^age1(?!pq1)[^1]*1/.test(recipient);
  if (!isKnown || (recipient.startsWith("age1") && !isPlugin && !isAgeKey(recipient)))
    throw new RefusedSetting(
      isKnown
        ? `${JSON.stringify(recipient)} is no age key: its checksum is wrong`
        : "an age recipient is no public key",
      "write the line that age-keygen prints as the public key: it starts with age1",
      "age",
    );
  return ageRecipient(recipient);
}

function isAgeKey(recipient: string): boolean {
  return isBech32(recipient, recipient.startsWith("age1pq1") ? "age1pq" : "age");
}

function pgpKey(fingerprint: string): Recipient {
  return recipientOf("pgp", { fp: fingerprint.replaceAll(" ", "") });
}

/** The role to assume may stand behind the key, with a plus sign. */
function kmsKey(text: string, profile: string | undefined): Recipient {
  const compact = text.replaceAll(" ", "");
  const at = compact.indexOf("+arn:");
  return kmsRecipient(at > 0 ? compact.slice(0, at) : compact, at > 0 ? compact.slice(at + 1) : undefined, {}, profile);
}

function kmsMember(key: Settings): Recipient {
  const context = Object.entries(Object(key["context"])).map(([name, value]) => [name, String(value)] as const);
  return kmsRecipient(
    textAt(key, "arn") ?? "",
    textAt(key, "role"),
    Object.fromEntries(context),
    textAt(key, "aws_profile"),
  );
}

function kmsRecipient(
  arn: string,
  role: string | undefined,
  context: Readonly<Record<string, string>>,
  profile: string | undefined,
): Recipient {
  const fields: Record<string, JsonValue> = { arn, aws_profile: profile ?? "" };
  if (role) fields["role"] = role;
  if (Object.keys(context).length > 0) fields["context"] = context;
  return recipientOf("kms", fields);
}

function huaweiKey(id: string): Recipient {
  if (!/^[^:]*\S[^:]*:.*\S/.test(id)) throw refused("hckms", "region:key-uuid");
  return recipientOf("hckms", { key_id: id.trim() });
}

function azureKey(url: string): Recipient {
  const [, vault = "", name = "", version = ""] = /^(https:\/\/[^/]+)\/keys\/([^/]+)(\/[^/]*)?$/.exec(url.trim()) ?? [];
  if (vault === "") throw refused("azure_keyvault", "https://VAULT.vault.azure.net/keys/NAME/VERSION");
  return recipientOf("azure_kv", { vault_url: vault, name, version: version.slice(1) });
}

function azureMember(key: Settings): Recipient {
  const [vault_url = "", name = "", version = ""] = ["vaultUrl", "key", "version"].map((field) => textAt(key, field));
  return recipientOf("azure_kv", { vault_url, name, version });
}

function vaultKey(uri: string): Recipient {
  const [, address = "", path = ""] = /^([a-z][a-z\d+.-]*:\/\/[^/]*)(\/.*)$/i.exec(uri.trim()) ?? [];
  const parts = path.replace(/^\/+|\/+$/g, "").split("/");
  if (parts.length < 4 || !/^v\d+$/.test(parts[0] ?? ""))
    throw refused("hc_vault_transit_uri", "https://vault.example.com:8200/v1/transit/keys/NAME");
  const engine_path = parts.slice(1, -2).join("/");
  return recipientOf("hc_vault", { vault_address: address, engine_path, key_name: parts.at(-1) ?? "" });
}

function refused(setting: string, form: string): RefusedSetting {
  return new RefusedSetting(`${setting} has a key that is malformed`, `write it like ${form}`, setting);
}

/** Texts that may be written as a list, or as one text with commas. */
function textsAt(settings: Settings, name: string): readonly string[] {
  const value = settings[name];
  if (typeof value !== "string") return listOfTexts(settings, name);
  const parts = value.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "");
}

function listOfTexts(settings: Settings, name: string): readonly string[] {
  const list = listAt(settings, name);
  if (list.every((item) => typeof item === "string")) return list;
  throw new RefusedSetting(`${name} is no list of texts`, "write each key as a text", name);
}

function textAt(settings: Settings, name: string): string | undefined {
  const value = settings[name] ?? undefined;
  if (value === undefined || typeof value === "string") return value;
  throw new RefusedSetting(`${name} is no text`, "write a text", name);
}

function listAt(settings: Settings, name: string): readonly unknown[] {
  const value = settings[name] ?? [];
  if (Array.isArray(value)) return value;
  throw new RefusedSetting(`${name} is no list`, "write a list", name);
}

function settingsOf(value: unknown, name: string): Settings {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new RefusedSetting(`an item of ${name} is no map`, "write a map of settings", name);
}
