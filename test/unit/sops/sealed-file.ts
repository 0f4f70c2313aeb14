import { emitYaml } from "../../../sdk/emit/yaml/emit-yaml.ts";
import { wrapForAge } from "../../../sdk/sops/age.ts";
import { newDataKey } from "../../../sdk/sops/data-key.ts";
import { encryptManifest } from "../../../sdk/sops/encrypt.ts";
import { readSopsConfig, ruleFor, type SopsRule } from "../../../sdk/sops/rules.ts";
import { readSopsFile, type SopsFile } from "../../../sdk/sops/sops-file.ts";

/** The rule that a `.sops.yaml` with one rule has. */
export function onlyRule(text: string): SopsRule {
  const read = readSopsConfig(text);
  const rule = read.type === "read" ? ruleFor(read.config, "any.yaml") : undefined;
  if (rule?.type !== "rule") throw new Error(`No rule: ${JSON.stringify(read.type === "read" ? rule : read)}`);
  return rule;
}

/** A rule of one age key, with further settings, each on a line. */
export function ageRule(recipient: string, ...settings: readonly string[]): SopsRule {
  const lines = [`age: ${recipient}`, ...settings].map((line) => `    ${line}\n`).join("");
  return onlyRule(`creation_rules:\n  -\n${lines}`);
}

/** Encrypts a manifest and prints it. */
export async function sealed(
  manifest: object,
  rule: SopsRule,
  dataKey: Uint8Array = newDataKey(),
): Promise<{ readonly text: string; readonly dataKey: Uint8Array }> {
  const keys = await wrapForAge(dataKey, rule);
  const text = emitYaml(encryptManifest({ manifest, rule, dataKey, keys, lastModified: new Date(0) }));
  return { text, dataKey };
}

/** Reads a file that has to be one of SOPS. */
export function sopsFile(text: string): SopsFile {
  const read = readSopsFile(text);
  if (read.type !== "read") throw new Error(`No file of SOPS: ${JSON.stringify(read)}`);
  return read.file;
}
