import type { SealedFile } from "../../compile/compiled.ts";
import type { ReadSecret } from "../../model/secret-value.ts";
import type { RecipientDifference } from "../../sops/compare-recipients.ts";
import { recipientsDiffer } from "../../sops/compare-recipients.ts";
import type { SopsRule } from "../../sops/rules.ts";
import type { FileOpener, OpenedFile } from "./open-file.ts";
import type { PlainRecords } from "./plain-records.ts";
import { type AbsentValue, type Revealed, revealManifest, textAt } from "./revealed.ts";
import { stableText } from "./stable-text.ts";
import { looksLike, readStanding, type StandingFile } from "./standing-file.ts";

/** What is asked of one file. */
export interface SealSubject {
  readonly file: SealedFile;
  readonly rule: SopsRule;
  /** The configuration that the rule is of, absolute. */
  readonly config: string;
  /** The text that stands in its place, or stood where it was until now. */
  readonly standing: string | undefined;
  /** Whether it may be encrypted anew without being sure that it changed. */
  readonly isCertain: boolean;
}

/** What decisions are made with. */
export interface SealTools {
  readonly read: ReadSecret;
  readonly opener: FileOpener;
  readonly records: PlainRecords;
}

/** What becomes of the file of a Secret. */
export type SealDecision =
  /** It holds what the program says. */
  | { readonly type: "same"; readonly plain: string; readonly differs?: RecipientDifference | undefined }
  /** Nobody here can tell. */
  | { readonly type: "undecided"; readonly reason: string; readonly differs?: RecipientDifference | undefined }
  | { readonly type: "encrypt"; readonly manifest: object; readonly previous?: Previous | undefined }
  /** It has to be encrypted, and values are missing. */
  | { readonly type: "no value"; readonly absent: readonly AbsentValue[]; readonly isNew: boolean };

/** A file whose data key is known. */
export type Previous = Pick<StandingFile, "file"> & { readonly dataKey: Uint8Array };

/** Decides what becomes of the file of a Secret: kept where it holds what the program says, or nobody can tell. */
export async function decideSeal(subject: SealSubject, tools: SealTools): Promise<SealDecision> {
  const { file, rule, standing: text } = subject;
  const revealed = revealManifest(file.resource, tools.read);
  const standing = text === undefined ? undefined : readStanding(text);
  if (standing === undefined) return encryptAll(revealed, text === undefined);
  const differs = recipientsDiffer(standing.file, rule);
  const opened = await tools.opener.open(standing);
  if (opened.type !== "no key") return compare(subject, tools, standing, opened);
  if (!looksLike(standing, revealed.manifest)) return encryptAll(revealed, false);
  const isComplete = revealed.absent.length === 0;
  const isKnown = isComplete ? tools.records.holds(standing.text, stableText(revealed.manifest)) : undefined;
  if (isKnown === true) return { type: "same", plain: stableText(revealed.manifest), differs };
  if (isKnown === false) return encryptAll(revealed, false);
  const asked = await tools.opener.openBySops(standing, subject.config);
  if (asked.type !== "no key") return compare(subject, tools, standing, asked);
  return undecided(subject, revealed, "no key for it is here", differs);
}

function encryptAll({ manifest, absent }: Revealed, isNew: boolean): SealDecision {
  return absent.length > 0 ? { type: "no value", absent, isNew } : { type: "encrypt", manifest };
}

/** Compares what a file holds with what the program says. What the program cannot read stays as the file has it. */
function compare(
  subject: SealSubject,
  tools: SealTools,
  standing: StandingFile,
  opened: Exclude<OpenedFile, { type: "no key" }>,
): SealDecision {
  const { resource } = subject.file;
  const known = opened.type === "broken" ? undefined : opened.plain;
  const revealed = revealManifest(resource, tools.read);
  const filled = revealManifest(resource, tools.read, (path) => textAt(known, path));
  if (known === undefined || filled.absent.length > 0) return encryptAll(filled, false);
  const differs = recipientsDiffer(standing.file, subject.rule);
  const plain = stableText(filled.manifest);
  if (plain === stableText(known)) {
    if (revealed.absent.length === 0) return { type: "same", plain, differs };
    return undecided(subject, revealed, "", differs);
  }
  const previous = opened.type === "opened" ? { file: standing.file, dataKey: opened.dataKey } : undefined;
  return { type: "encrypt", manifest: filled.manifest, previous };
}

function undecided(
  { isCertain }: SealSubject,
  revealed: Revealed,
  why: string,
  differs: RecipientDifference | undefined,
): SealDecision {
  if (isCertain) return encryptAll(revealed, false);
  const reason = revealed.absent[0]?.reason ?? why;
  return { type: "undecided", reason, differs };
}
