import { relative, resolve, sep } from "node:path";
import { CATALOG, type DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { shownPath } from "../../places/source-places.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { PROGRAM_ENDINGS } from "../arguments/usual-options.ts";
import { findIdentities } from "./identities.ts";
import { type LoadedSecrets, loadSecrets, type SecretFile } from "./loaded-secrets.ts";
import { plainRecords } from "./plain-records.ts";
import { type Rotation, rotateFile } from "./rotate-file.ts";
import { reportUseless } from "./seal-findings.ts";
import { type RotatedFile, writeRotated } from "./write-rotated.ts";

/** `sluice secrets rotate`: encrypts files for those whom `.sops.yaml` names now. */
export async function rotateCommand(args: ParsedArguments): Promise<number | UsageError> {
  const isProgram = (argument: string): boolean => PROGRAM_ENDINGS.some((ending) => argument.endsWith(`.${ending}`));
  const programs = args.positionals.filter(isProgram);
  const [program, second] = programs;
  if (second !== undefined)
    return { type: "usage", message: `"${second}" is one program too many`, hint: "rotate one after the other" };
  const loaded = await loadSecrets(args, "secrets rotate", program);
  if (typeof loaded === "number" || loaded.type === "usage") return loaded;
  const chosen = chooseFiles(
    loaded,
    args.positionals.filter((argument) => !isProgram(argument)),
  );
  if (!Array.isArray(chosen)) return chosen;
  return rotate(loaded, chosen, args.has("dry-run"));
}

function chooseFiles({ root, files }: LoadedSecrets, paths: readonly string[]): SecretFile[] | UsageError {
  if (paths.length === 0) return [...files];
  const chosen: SecretFile[] = [];
  for (const path of paths) {
    const places = [resolve(path), resolve(root, path)];
    const found = files.filter(({ file, source }) =>
      places.some((at) => at === source || at === resolve(root, file.path)),
    );
    if (found.length === 0) {
      const hint = "sluice secrets list shows the encrypted files";
      return { type: "usage", message: `"${path}" is no encrypted file of the program`, hint };
    }
    chosen.push(...found);
  }
  return [...new Set(chosen)];
}

async function rotate(loaded: LoadedSecrets, files: readonly SecretFile[], isTrial: boolean): Promise<number> {
  const { secrets, root, reporting, compiled } = loaded;
  const { environment, configs } = secrets;
  const { identities, useless } = findIdentities(environment);
  const tools = { configs, identities, environment, isTrial };
  const sources = [...new Set(files.map(({ source }) => source))];
  const diagnostics: Diagnostic[] = [...reportUseless(useless)];
  const rotated: RotatedFile[] = [];
  let unchanged = 0;
  for (const source of sources) {
    const rotation = await rotateFile(source, tools);
    if (rotation.type === "changed") {
      const copies = loaded.files.filter((other) => other.source === source).map(({ file }) => file.path);
      rotated.push({ ...rotation, source, copies });
    } else if (rotation.type === "unchanged") unchanged++;
    else diagnostics.push(reportRotation(shownPath(source), rotation));
  }
  diagnostics.push(...configs.problems());
  // One file that cannot be opened keeps none of the others from those who are to read them.
  const failure = isTrial ? undefined : writeRotated(root, rotated, compiled.records);
  if (failure !== undefined) diagnostics.push(failure);
  else if (!isTrial)
    plainRecords(environment, root).remember(
      rotated.flatMap(({ text, plain }) => (plain === undefined ? [] : [[text, plain] as const])),
    );
  const done = failure === undefined ? rotated : [];
  return reporting.print({
    diagnostics: await loaded.locate(diagnostics),
    summary: () => summaryOf(done, unchanged, isTrial),
    data: { rotated: done.map((file) => dataOf(file, root)), unchanged },
  });
}

type Failure = Exclude<Rotation, { type: "changed" | "unchanged" }>;

function reportRotation(path: string, rotation: Failure): Diagnostic {
  const of = (code: DiagnosticCode, message: string, hint: string): Diagnostic => ({
    code,
    severity: CATALOG[code].severity,
    message,
    hint,
    file: path,
  });
  switch (rotation.type) {
    case "no key":
      return of(
        "sops/no-key",
        `"${path}" is to be encrypted for others, and no key is here to open it with`,
        "set SOPS_AGE_KEY_FILE, or run this where a key of one who can read it is",
      );
    case "tampered":
      return of(
        "sops/tampered",
        `"${path}" is not as somebody with its key wrote it: its code does not fit what is in it`,
        "take it from an earlier commit, or encrypt it anew with sluice build --force",
      );
    case "not installed":
      return of(
        "sops/not-installed",
        `"${path}" has keys that take the command sops, and there is none on the PATH: ${rotation.recipients.map(({ type, id }) => `${type} ${id}`).join(", ")}`,
        "install sops, or name only age keys in .sops.yaml",
      );
    case "failed":
      return of(
        "sops/failed",
        `"${path}" was not encrypted for others: ${rotation.reason}`,
        "see what sops updatekeys says of it",
      );
  }
}

function summaryOf(rotated: readonly RotatedFile[], unchanged: number, isTrial: boolean): string {
  const count = (number: number): string => (number === 1 ? "1 file" : `${number} files`);
  if (rotated.length === 0) return unchanged === 0 ? "nothing was rotated\n" : `${count(unchanged)} unchanged\n`;
  const removed = [...new Set(rotated.flatMap(({ difference }) => difference.extra.map(({ id }) => id)))];
  return [
    `${isTrial ? "would rotate" : "rotated"} ${count(rotated.length)}, ${unchanged} unchanged`,
    ...rotated.map(({ source }) => `  ~ ${shownPath(source)}`),
    ...removed.map((id) => `${id} cannot read ${isTrial ? "what would be written" : "what is written now"}`),
    ...(removed.length > 0
      ? ["who could read a file still knows what was in it, in Git too: change those values"]
      : []),
    "",
  ].join("\n");
}

function dataOf({ source, difference: { missing, extra } }: RotatedFile, root: string): object {
  const path = relative(root, source).split(sep).join("/");
  return { path, added: missing.map(({ id }) => id), removed: extra.map(({ id }) => id) };
}
