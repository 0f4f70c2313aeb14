import { readFileSync } from "node:fs";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { emitYaml } from "../../emit/yaml/emit-yaml.ts";
import { wrapForAge } from "../../sops/age.ts";
import { changeRecipients } from "../../sops/change-recipients.ts";
import { type RecipientDifference, recipientsDiffer } from "../../sops/compare-recipients.ts";
import { newDataKey } from "../../sops/data-key.ts";
import { isInProcess, isSameRecipient, type Recipient, type WrappedGroup } from "../../sops/recipient.ts";
import type { SopsRule } from "../../sops/rules.ts";
import type { SopsFile } from "../../sops/sops-file.ts";
import { ignoring } from "../disk/error-code.ts";
import type { Environment } from "./read-secret.ts";
import { runSops } from "./sops-command.ts";
import type { SopsConfigs } from "./sops-configs.ts";
import { stableText } from "./stable-text.ts";
import { openWithAge, readStanding, type StandingFile } from "./standing-file.ts";

/** What became of an encrypted file whose recipients may have changed. */
export type Rotation =
  /** It is for those whom `.sops.yaml` names, or no rule is for it, or it is not there yet. */
  | { readonly type: "unchanged"; readonly why: "right" | "no rule" | "not there" }
  | {
      readonly type: "changed";
      readonly before: string;
      readonly text: string;
      /** What is in it, where it was opened here. */
      readonly plain: string | undefined;
      readonly difference: RecipientDifference;
      /** Whether it stands on disk already. */
      readonly isWritten: boolean;
    }
  | { readonly type: "no key" | "tampered" }
  | { readonly type: "not installed"; readonly recipients: readonly Recipient[] }
  | { readonly type: "failed"; readonly reason: string };

/** What a file is rotated with. */
export interface RotateTools {
  readonly configs: SopsConfigs;
  readonly identities: readonly string[];
  readonly environment: Environment;
  /** Whether nothing is to be written, by `sops` either. */
  readonly isTrial: boolean;
}

/** Encrypts a file for the recipients that `.sops.yaml` names now, and no more of it than that takes. */
export async function rotateFile(source: string, tools: RotateTools): Promise<Rotation> {
  const text = ignoring(["ENOENT", "ENOTDIR"], () => readFileSync(source, "utf8"));
  if (text === undefined) return { type: "unchanged", why: "not there" };
  const found = tools.configs.ruleOf(source);
  const standing = readStanding(text);
  if (found.type !== "rule") return { type: "unchanged", why: "no rule" };
  if (standing === undefined) return { type: "failed", reason: "it is no file of SOPS with one document" };
  const { rule, config } = found;
  const difference = recipientsDiffer(standing.file, rule);
  if (difference === undefined) return { type: "unchanged", why: "right" };
  const isNewKey = difference.extra.length > 0 || difference.threshold !== undefined;
  const wrapped = isNewKey ? rule.keyGroups.flat() : difference.missing;
  const forSops = wrapped.filter((recipient) => !isInProcess(recipient));
  const isForSops = forSops.length > 0 || (rule.keyGroups.length > 1 && !rule.keyGroups.flat().every(isInProcess));
  const task = { config, difference, isNewKey };
  if (isForSops) return rotateBySops(source, standing, task, forSops, tools);
  const opened = await openWithAge(standing, tools.identities);
  if (opened === "no key") {
    const others = recipientsOf(standing.file).filter((recipient) => !isInProcess(recipient));
    return others.length === 0 ? { type: "no key" } : rotateBySops(source, standing, task, others, tools);
  }
  if (opened === "broken") return { type: "tampered" };
  const key = isNewKey ? newDataKey() : undefined;
  const keys = await wrap(key ?? opened.dataKey, rule, isNewKey ? undefined : standing.file);
  const changed = changeRecipients({
    text: withUnixLineEnds(text),
    file: standing.file,
    dataKey: opened.dataKey,
    newDataKey: key,
    keys,
    shamirThreshold: rule.shamirThreshold,
    now: new Date(),
    print: emitYaml,
  });
  if (changed === undefined) return { type: "failed", reason: "it is not written as sops writes YAML" };
  return {
    type: "changed",
    before: text,
    text: changed,
    plain: stableText(opened.plain),
    difference,
    isWritten: false,
  };
}

/** Those who can read a file. */
export function recipientsOf({ metadata }: SopsFile): readonly Recipient[] {
  return metadata.keyGroups.flat().map(({ recipient }) => recipient);
}

/** Encrypts a data key for the recipients of a rule. Those who could read the file keep what they have. */
async function wrap(dataKey: Uint8Array, rule: SopsRule, kept: SopsFile | undefined): Promise<readonly WrappedGroup[]> {
  const [group, ...others] = rule.keyGroups;
  const known = kept?.metadata.keyGroups ?? [];
  if (group === undefined || others.length > 0 || known.length !== 1) return wrapForAge(dataKey, rule);
  const missing = group.filter((recipient) => !known[0]?.some((key) => isSameRecipient(key.recipient, recipient)));
  const [added = []] = await wrapForAge(dataKey, { keyGroups: [missing] });
  return [[...(known[0] ?? []), ...added]];
}

interface SopsTask {
  readonly config: string;
  readonly difference: RecipientDifference;
  readonly isNewKey: boolean;
}

/** Has `sops` do it, in place: the file is encrypted all the while. */
async function rotateBySops(
  source: string,
  { text: before }: StandingFile,
  { config, difference, isNewKey }: SopsTask,
  recipients: readonly Recipient[],
  { environment, isTrial }: RotateTools,
): Promise<Rotation> {
  const calls = [["updatekeys", "--yes", source], ...(isNewKey ? [["rotate", "--in-place", source]] : [])];
  for (const args of isTrial ? [] : calls) {
    const outcome = await runSops({ config, args, input: "", secrets: [] }, environment);
    if (outcome.type === "absent") return { type: "not installed", recipients };
    if (outcome.type === "failed") return outcome;
  }
  const text = readFileSync(source, "utf8");
  return { type: "changed", before, text, plain: undefined, difference, isWritten: true };
}
