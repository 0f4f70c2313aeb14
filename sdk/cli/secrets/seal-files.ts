import { join } from "node:path";
import type { CompiledFile, SealedFile } from "../../compile/compiled.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { InternalError } from "../../diagnostics/internal-error.ts";
import type { OnDisk } from "../../emit/file-verdict.ts";
import type { Index } from "../../emit/index-file.ts";
import { withUnixLineEnds } from "../../emit/line-ends.ts";
import { conflictSides, hasConflictMarks } from "../../emit/merge-conflict.ts";
import type { KeptFile } from "../../emit/plan.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { identityKey } from "../../model/identity.ts";
import { shownPath } from "../../places/source-places.ts";
import { recipientsForSops } from "../../sops/age.ts";
import { recipientsDiffer } from "../../sops/compare-recipients.ts";
import { treeOf } from "../../sops/plain-data.ts";
import type { SopsRule } from "../../sops/rules.ts";
import { selectorOf } from "../../sops/selection.ts";
import { changeLeaves } from "../../sops/walk-tree.ts";
import type { UndecidedChoice } from "../build/build-options.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import { findIdentities } from "./identities.ts";
import { fileOpener } from "./open-file.ts";
import { plainRecords } from "./plain-records.ts";
import type { ProgramSecrets } from "./program-secrets.ts";
import { revealManifest } from "./revealed.ts";
import { decideSeal, type SealDecision } from "./seal-file.ts";
import {
  reportAbsent,
  reportFailed,
  reportNotInstalled,
  reportReadable,
  reportRecipients,
  reportUndecided,
  reportUseless,
  type UndecidedFile,
} from "./seal-findings.ts";
import { findSops } from "./sops-command.ts";
import { stableText } from "./stable-text.ts";

/** What is sealed. */
export interface SealRequest {
  /** All files of the program. */
  readonly files: readonly CompiledFile[];
  readonly secrets: ProgramSecrets;
  /** The output folder. */
  readonly root: string;
  readonly look: (path: string) => OnDisk;
  /** What earlier builds wrote. */
  readonly index: Index;
  readonly undecided: UndecidedChoice;
  /** Files that may be encrypted anew whatever is in them. */
  readonly force: ReadonlySet<string>;
  /** Whether nothing is written, so that nothing has to be encrypted either. */
  readonly isTrial: boolean;
}

/** What came of it. */
export interface SealedFiles {
  /** The texts of the files to write. */
  readonly texts: ReadonlyMap<string, string>;
  /** The files that stay as they stand on disk. */
  readonly kept: ReadonlyMap<string, KeptFile>;
  readonly diagnostics: readonly Diagnostic[];
  /** Remembers on this machine what the files hold, so that a later build can tell without a key. */
  readonly remember: () => void;
}

/** Stands in for a text that is not made, since nothing is written. */
const NOT_MADE = "# encrypted when it is written\n";

/** Encrypts the Secrets of a program whose files do not hold them yet. */
export async function sealFiles(request: SealRequest): Promise<SealedFiles> {
  const { files, secrets, root, index, undecided: choice, force, isTrial } = request;
  const { environment, configs, read } = secrets;
  const records = plainRecords(environment, root);
  const { identities, useless } = findIdentities(environment);
  const opener = fileOpener(identities, environment);
  const texts = new Map<string, string>();
  const kept = new Map<string, KeptFile>();
  const diagnostics: Diagnostic[] = [...reportUseless(useless)];
  const undecided: UndecidedFile[] = [];
  const known: [encrypted: string, plain: string][] = [];
  const moved = movedFiles(files, index);

  for (const file of files) {
    if (file.type !== "sealed") continue;
    const target = join(root, file.path);
    const found = configs.ruleOf(target);
    if (found.type !== "rule") throw new InternalError(`There is no rule for "${file.path}"`);
    const { rule, config } = found;
    const revealed = revealManifest(file.resource, read);
    const readable = readableValues(revealed.manifest, file, rule);
    if (readable.length > 0) {
      diagnostics.push(...reportReadable(file, readable, shownPath(config)));
      continue;
    }
    const standing = standingText(file, request, moved);
    // Another object may have left the file behind: where the values are, they count.
    const isMoved = standing.text !== undefined && !standing.isThere && revealed.absent.length === 0;
    const isCertain = choice === "encrypt" || force.has(file.path) || isMoved || standing.isInConflict;
    const subject = { file, rule, config, standing: standing.text, isCertain };
    const decision = await decideSeal(subject, { read, opener, records });
    if (decision.type === "no value") {
      diagnostics.push(...reportAbsent(file, decision.absent, decision.isNew));
      continue;
    }
    if (decision.type !== "encrypt") {
      if (decision.differs) diagnostics.push(...reportRecipients(file, decision.differs, shownPath(config)));
      if (decision.type === "undecided") undecided.push({ file, reason: decision.reason });
      else if (standing.text !== undefined) known.push([standing.text, decision.plain]);
      if (standing.isThere) kept.set(file.path, decision.type);
      else texts.set(file.path, standing.text ?? "");
      continue;
    }
    const text = isTrial
      ? trial(decision, file, rule, environment)
      : await encrypt(decision, file, target, found, environment);
    if (typeof text !== "string") diagnostics.push(text);
    else {
      texts.set(file.path, text);
      known.push([text, stableText(decision.manifest)]);
    }
  }
  diagnostics.push(...reportUndecided(undecided, choice));
  return { texts, kept, diagnostics, remember: () => records.remember(known) };
}

type Environment = ProgramSecrets["environment"];
type EncryptDecision = Extract<SealDecision, { type: "encrypt" }>;

function trial(
  { previous }: EncryptDecision,
  file: SealedFile,
  rule: SopsRule,
  environment: Environment,
): string | Diagnostic {
  const isForTheSame = previous !== undefined && recipientsDiffer(previous.file, rule) === undefined;
  const recipients = isForTheSame ? [] : recipientsForSops(rule);
  const isMissing = recipients.length > 0 && findSops(environment) === undefined;
  return isMissing ? reportNotInstalled(file, recipients) : NOT_MADE;
}

async function encrypt(
  { manifest, previous }: EncryptDecision,
  file: SealedFile,
  target: string,
  { rule, config }: { readonly rule: SopsRule; readonly config: string },
  environment: Environment,
): Promise<string | Diagnostic> {
  const secrets = valuesOf(manifest, file);
  const outcome = await encryptSecret({ file: target, manifest, secrets, rule, config, previous }, environment);
  switch (outcome.type) {
    case "encrypted":
      return outcome.text;
    case "not installed":
      return reportNotInstalled(file, outcome.recipients);
    case "failed":
      return reportFailed(file, outcome.reason);
  }
}

/** The values of a Secret, and what the base64 among them stands for. */
function valuesOf(manifest: object, file: SealedFile): readonly string[] {
  const values: string[] = [];
  changeLeaves(treeOf(manifest), (leaf, { path }) => {
    if (isOfSecret(path, file)) values.push(leaf.text, Buffer.from(leaf.text, "base64").toString("utf8"));
    return leaf;
  });
  return values;
}

/** The values that a rule would not encrypt. */
function readableValues(manifest: object, file: SealedFile, { selection }: SopsRule): readonly FieldPath[] {
  const isSelected = selectorOf(selection);
  const found: FieldPath[] = [];
  changeLeaves(treeOf(manifest), (leaf, place) => {
    if (isOfSecret(place.path, file) && !isSelected(place)) found.push(place.path);
    return leaf;
  });
  return found;
}

function isOfSecret([field]: FieldPath, { resource: { definition } }: SealedFile): boolean {
  return typeof field === "string" && definition?.secretFields?.includes(field) === true;
}

/** Finds the one file that held an object in a cluster until now, and that nothing makes any more. */
type FindMoved = (file: SealedFile) => string | undefined;

function movedFiles(files: readonly CompiledFile[], index: Index): FindMoved {
  const made = new Set(files.map(({ path }) => path));
  const moved = new Map<string, string[]>();
  for (const [path, { objects, clusters }] of index) {
    const [only, ...others] = objects;
    if (only === undefined || others.length > 0 || made.has(path)) continue;
    const key = JSON.stringify([only, ...[...clusters.keys()].sort()]);
    moved.set(key, [...(moved.get(key) ?? []), path]);
  }
  return ({ resource, clusters }) => {
    const [path, ...others] = moved.get(JSON.stringify([identityKey(resource.id), ...clusters])) ?? [];
    return others.length === 0 ? path : undefined;
  };
}

interface Standing {
  readonly text: string | undefined;
  /** Whether it stands where the file belongs, and not where it was until now. */
  readonly isThere: boolean;
  /** Whether it is one of two texts between the marks of a merge conflict. */
  readonly isInConflict: boolean;
}

function standingText(file: SealedFile, { look }: SealRequest, findMoved: FindMoved): Standing {
  const found = look(file.path);
  if (found.type === "file" && hasConflictMarks(found.text)) {
    const [ours] = conflictSides(withUnixLineEnds(found.text)) ?? [];
    return { text: ours, isThere: false, isInConflict: true };
  }
  if (found.type === "file") return { text: found.text, isThere: true, isInConflict: false };
  const before = found.type === "absent" ? findMoved(file) : undefined;
  const there = before === undefined ? undefined : look(before);
  return { text: there?.type === "file" ? there.text : undefined, isThere: false, isInConflict: false };
}
