import { readFileSync } from "node:fs";
import { formatIdentity } from "../../model/identity.ts";
import { recipientsDiffer } from "../../sops/compare-recipients.ts";
import type { ParsedArguments, UsageError } from "../arguments/command.ts";
import { ignoring } from "../disk/error-code.ts";
import { type LoadedSecrets, loadSecrets, type SecretFile } from "./loaded-secrets.ts";
import { recipientsOf } from "./rotate-file.ts";
import { type SealedFiles, sealFiles } from "./seal-files.ts";
import { readStanding } from "./standing-file.ts";

/** `sluice secrets list`: shows the encrypted files of a program, and how each stands. */
export async function listCommand(args: ParsedArguments): Promise<number | UsageError> {
  const loaded = await loadSecrets(args, "secrets list", args.argument);
  if (typeof loaded === "number" || loaded.type === "usage") return loaded;
  const { compiled, secrets, root, files } = loaded;
  const { folder, records } = compiled;
  const sealed = await sealFiles({
    files: compiled.compiled.files,
    secrets,
    root,
    look: (path) => folder.look(path),
    index: records.index.type === "read" ? records.index.index : new Map(),
    undecided: "keep",
    force: new Set(),
    isTrial: true,
  });
  const rows = files.map((file) => describe(file, loaded, sealed));
  if ((args.text("output") ?? "text") === "text") process.stdout.write(table(rows));
  return loaded.reporting.print({
    diagnostics: await loaded.locate(secrets.problems()),
    summary: () => (rows.length === 0 ? "the program has no encrypted files\n" : ""),
    data: { secrets: rows },
  });
}

interface Row {
  readonly secret: string;
  readonly file: string;
  readonly state: string;
  readonly recipients: readonly string[];
}

function describe({ file, source }: SecretFile, loaded: LoadedSecrets, sealed: SealedFiles): Row {
  const text = ignoring(["ENOENT", "ENOTDIR", "EISDIR", "EACCES"], () => readFileSync(source, "utf8"));
  const standing = text === undefined ? undefined : readStanding(text);
  const found = loaded.secrets.configs.ruleOf(source);
  const isForOthers =
    standing !== undefined && found.type === "rule" && recipientsDiffer(standing.file, found.rule) !== undefined;
  const state = file.type === "sealed" ? sealedState(file.path, sealed) : `a copy of ${file.from}`;
  return {
    secret: formatIdentity(file.resource.id),
    file: file.path,
    state: isForOthers ? `${state}, for others than .sops.yaml names` : state,
    recipients: standing === undefined ? [] : recipientsOf(standing.file).map(({ id }) => id),
  };
}

function sealedState(path: string, { kept, texts }: SealedFiles): string {
  const reason = kept.get(path);
  if (reason === "same") return "up to date";
  if (reason === "undecided") return "undecided";
  return texts.has(path) ? "to be encrypted" : "without a value";
}

function table(rows: readonly Row[]): string {
  const cells = rows.flatMap(({ secret, file, state, recipients }) => [
    [secret, file, state],
    ...recipients.map((recipient) => [`  ${recipient}`]),
  ]);
  const widths = [0, 1].map((column) =>
    Math.max(0, ...cells.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return cells
    .map((row) => `${row.map((cell, column) => (row.length > 1 ? cell.padEnd(widths[column] ?? 0) : cell)).join("  ")}`)
    .map((line) => `${line.trimEnd()}\n`)
    .join("");
}
