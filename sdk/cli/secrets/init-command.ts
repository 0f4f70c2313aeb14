import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { shownPath } from "../../places/source-places.ts";
import { makeAgeKey, recipientOfIdentity } from "../../sops/age.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { outputRootOf } from "../program/output-root.ts";
import { extendConfig, ruleText } from "./extend-config.ts";
import { type AgeIdentities, findIdentities } from "./identities.ts";
import type { Environment } from "./read-secret.ts";
import { nearest } from "./sops-configs.ts";

/** `sluice secrets init`: makes an age key where sops looks for it, and a rule for Secrets in `.sops.yaml`. */
export async function initSecretsCommand(_args: ParsedArguments): Promise<number | UsageError> {
  const environment: Environment = process.env;
  const root = outputRootOf(resolve("fleet.ts"));
  const key = await ensureKey(findIdentities(environment), environment, root);
  if ("message" in key) return key;
  const config = nearest(resolve(".")) ?? join(root, ".sops.yaml");
  const lines = [key.line, ...writeRule(config, key.recipient), "", ...nextSteps(key.file)];
  process.stderr.write(`${lines.join("\n")}\n`);
  return 0;
}

interface Key {
  readonly recipient: string;
  /** What was done, for people. */
  readonly line: string;
  /** The file that it stands in, if it is one. */
  readonly file: string | undefined;
}

async function ensureKey(
  { identities, usualFile }: AgeIdentities,
  environment: Environment,
  root: string,
): Promise<Key | UsageError> {
  const named = environment["SOPS_AGE_KEY_FILE"];
  const file = named ? resolve(named) : usualFile;
  const [known] = identities;
  if (known !== undefined) {
    const recipient = await recipientOfIdentity(known);
    const where = [file, usualFile].find((place) => place !== undefined && holds(place, known));
    return {
      recipient,
      file: where,
      line: `kept  the age key ${recipient}${where === undefined ? "" : ` in ${where}`}`,
    };
  }
  if (file === undefined)
    return {
      type: "usage",
      message: "there is no folder for an age key",
      hint: "name a file for it with SOPS_AGE_KEY_FILE",
    };
  if (existsSync(file))
    return {
      type: "usage",
      message: `"${file}" has no age key that can be used here`,
      hint: "name another file with SOPS_AGE_KEY_FILE",
    };
  if (isInside(file, root))
    return {
      type: "usage",
      message: `"${file}" lies in the repository, where it would be committed`,
      hint: "name a file elsewhere with SOPS_AGE_KEY_FILE",
    };
  const { identity, recipient } = await makeAgeKey();
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // Never over a file that has come to be there in the meantime.
  writeFileSync(file, `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`, {
    mode: 0o600,
    flag: "wx",
  });
  chmodSync(file, 0o600);
  return { recipient, file, line: `wrote ${file}: the age key ${recipient}` };
}

function holds(file: string, identity: string): boolean {
  return existsSync(file) && readFileSync(file, "utf8").includes(identity);
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return !way.startsWith("..") && !isAbsolute(way);
}

function writeRule(config: string, recipient: string): readonly string[] {
  const isThere = existsSync(config);
  const change = extendConfig(isThere ? readFileSync(config, "utf8") : undefined, recipient);
  const path = shownPath(config);
  switch (change.type) {
    case "write":
      writeFileSync(config, change.text);
      return [isThere ? `added a rule for Secrets to ${path}` : `wrote ${path}`];
    case "keep":
      return change.isForKey
        ? [`kept  ${path}: it has a rule for Secrets`]
        : [`kept  ${path}: it has a rule for Secrets, which is for others; add ${recipient} to it to read them too`];
    case "ask":
      return [`kept  ${path}: ${change.why}; put this rule where it belongs:`, "", ruleText(recipient, "  ").trimEnd()];
  }
}

function nextSteps(file: string | undefined): readonly string[] {
  const from = file === undefined ? "/dev/stdin" : file;
  return [
    "next:",
    "  1. give Flux the private key, once for each cluster:",
    `     kubectl create secret generic sops-age --namespace flux-system --from-file=age.agekey=${from}`,
    "     or in a Pulumi program, beside what it deploys:",
    `     sopsKeysSecret("sops-age", { "age.agekey": fromFile(${JSON.stringify(from)}) }, { namespace: "flux-system" })`,
    "  2. let the Kustomization that applies Secrets decrypt them:",
    '     decryption: { provider: "sops", secretRef: external("Secret", "sops-age") }',
    '  3. write secret(…, { stringData: { token: fromEnv("TOKEN") } }), and run sluice build',
    "keep a copy of the private key elsewhere: without it nobody can read what is encrypted for it",
  ];
}
