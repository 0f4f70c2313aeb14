import { emitYaml } from "../../emit/yaml/emit-yaml.ts";
import { recipientsForSops, wrapForAge } from "../../sops/age.ts";
import { recipientsDiffer } from "../../sops/compare-recipients.ts";
import { newDataKey } from "../../sops/data-key.ts";
import { encryptManifest } from "../../sops/encrypt.ts";
import type { Recipient } from "../../sops/recipient.ts";
import type { SopsRule } from "../../sops/rules.ts";
import type { SopsFile } from "../../sops/sops-file.ts";
import type { Environment } from "./read-secret.ts";
import { runSops } from "./sops-command.ts";
import { looksLike, readStanding } from "./standing-file.ts";

/** A Secret to encrypt. */
export interface EncryptRequest {
  /** Where it will stand, absolute. */
  readonly file: string;
  /** Plain data with every value. */
  readonly manifest: object;
  /** Its values, which nothing may quote. */
  readonly secrets: readonly string[];
  readonly rule: SopsRule;
  /** The configuration that the rule is of, absolute. */
  readonly config: string;
  /** What stands there, opened: what is unchanged keeps its ciphertext. */
  readonly previous?: { readonly file: SopsFile; readonly dataKey: Uint8Array } | undefined;
}

/** What came of it. */
export type EncryptOutcome =
  | { readonly type: "encrypted"; readonly text: string }
  /** Some recipients are for `sops`, which is not there or did not do it. */
  | { readonly type: "not installed"; readonly recipients: readonly Recipient[] }
  | { readonly type: "failed"; readonly reason: string };

/** Encrypts a Secret: in process where all recipients are age's own or stay as they are, else by the command `sops`. */
export async function encryptSecret(request: EncryptRequest, environment: Environment): Promise<EncryptOutcome> {
  const { manifest, rule, previous } = request;
  const lastModified = new Date();
  const difference = previous && recipientsDiffer(previous.file, rule);
  if (previous && difference === undefined) {
    const { dataKey, file } = previous;
    const keys = file.metadata.keyGroups;
    return {
      type: "encrypted",
      text: emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified, previous })),
    };
  }
  // Whoever could read the file knows its data key: without them there has to be another.
  const isKeyKept = difference !== undefined && difference.extra.length === 0 && difference.threshold === undefined;
  const kept = isKeyKept ? previous : undefined;
  const forSops = recipientsForSops(rule, kept?.file.metadata.keyGroups);
  if (forSops.length > 0) return encryptBySops(request, forSops, environment);
  const dataKey = kept?.dataKey ?? newDataKey();
  const keys = await wrapForAge(dataKey, rule, kept?.file.metadata.keyGroups);
  return {
    type: "encrypted",
    text: emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified, previous: kept })),
  };
}

/** Whether a text may be committed: what is called `sops` may be a script around it, or another program. */
function holdsEncrypted(text: string, manifest: object, { selection }: SopsRule): boolean {
  const made = readStanding(text);
  if (made === undefined) return false;
  const { file } = made;
  return looksLike({ text, file: { ...file, metadata: { ...file.metadata, selection } } }, manifest);
}

async function encryptBySops(
  { file, manifest, secrets, rule, config }: EncryptRequest,
  recipients: readonly Recipient[],
  environment: Environment,
): Promise<EncryptOutcome> {
  const args = ["encrypt", "--input-type", "yaml", "--output-type", "yaml", "--filename-override", file];
  const outcome = await runSops({ config, args, input: emitYaml(manifest), secrets }, environment);
  switch (outcome.type) {
    case "done":
      return holdsEncrypted(outcome.stdout, manifest, rule)
        ? { type: "encrypted", text: outcome.stdout }
        : { type: "failed", reason: "what it gave is not the Secret with every value encrypted" };
    case "absent":
      return { type: "not installed", recipients };
    case "failed":
      return outcome;
  }
}
