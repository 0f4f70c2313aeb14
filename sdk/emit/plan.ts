import type { CompiledFile } from "../compile/compiled.ts";
import { compareText } from "../compile/order.ts";
import { isRootFile } from "../compile/owner.ts";
import { CATALOG, type DiagnosticCode } from "../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { identityKey } from "../model/identity.ts";
import type { KindTable } from "../model/kind-definition.ts";
import { type CallSite, callSiteOf } from "../model/source-location.ts";
import { type FileChange, judgeKept, judgeUnwanted, judgeWritten, type OnDisk, type Verdict } from "./file-verdict.ts";
import type { FoundText } from "./found-text.ts";
import { hasImages, withoutVersions } from "./images.ts";
import { type BuiltClusters, entryWriter, isBuilt, resourcesOf, withoutClusters } from "./index-entries.ts";
import { type FoundIndex, INDEX_PATH, type Index, type IndexEntry, knownDigests } from "./index-file.ts";
import { withUnixLineEnds } from "./line-ends.ts";
import { caseCollisions } from "./output-path.ts";
import { recoverIndex } from "./recover-index.ts";
import { guardRemovals } from "./removal.ts";
import { digestCheck, textCheck } from "./same-text.ts";

/** Why a file stays as it stands: it holds what the program says, or nobody here can tell. */
export type KeptFile = "same" | "undecided";

/** What a plan is made of. */
export interface PlanInput {
  readonly files: readonly CompiledFile[];
  /** The text of a file. Asked for once: most texts are as they stand on disk, and need not be kept. */
  readonly textOf: (file: CompiledFile) => string;
  /** Files that stay as they stand on disk, by their paths. */
  readonly kept?: ReadonlyMap<string, KeptFile> | undefined;
  readonly clusters: BuiltClusters;
  /** Files of clusters' roots that an earlier build wrote are left alone: somebody else applies those objects now. */
  readonly leavesRoots?: boolean | undefined;
  readonly index: FoundIndex;
  /** The index that a build was about to write when it was killed. */
  readonly interrupted?: Index | undefined;
  readonly look: (path: string) => OnDisk;
  /** Reads a text that image automation may have written to. Absent where there is none. */
  readonly readImages?: ((text: string) => FoundText | undefined) | undefined;
  readonly digest: (text: string) => string;
  readonly kinds: KindTable;
  /** Paths of files that may be overwritten or removed although somebody else's content is in them. */
  readonly force: ReadonlySet<string>;
  readonly allowPrune: boolean;
}

/** What a build does to the disk: nothing at all when there is an error among the diagnostics. */
export interface Plan {
  readonly diagnostics: readonly Diagnostic[];
  /** Sorted by path. */
  readonly changes: readonly FileChange[];
  /** How many files are as they should be. */
  readonly unchanged: number;
  /** The index once the changes are made. */
  readonly index: Index;
  /** The index of what is on disk now, when a build that was killed has left another. */
  readonly recovered: Index | undefined;
}

/** Decides what becomes of every file: of those that the program makes, and of those that an earlier build made. */
export function planBuild(input: PlanInput): Plan {
  const { files, clusters, interrupted, kinds, look, force } = input;
  const digest = (text: string): string => input.digest(withUnixLineEnds(text));
  const before: Index = input.index.type === "read" ? input.index.index : new Map();
  // Without an index nothing is removed, so what was interrupted does not count either.
  const recovers = interrupted !== undefined && input.index.type !== "unreadable";
  const isDigestOf = digestCheck(digest, input.readImages);
  const recovered = recovers ? recoverIndex(before, interrupted, look, isDigestOf) : undefined;
  const known = recovered ?? before;
  const isAsWanted = textCheck(input.readImages);
  const context = { known, inOtherCase: otherCases(known), look, isDigestOf, isAsWanted, force };

  const index = new Map<string, IndexEntry>();
  const entryOf = entryWriter(files, known, clusters);
  const written = files.map((file) => {
    const reason = input.kept?.get(file.path);
    if (reason !== undefined) {
      const found = look(file.path);
      index.set(file.path, entryOf(file, keptDigest(file.path, reason, found, { known, isDigestOf, digest })));
      return judgeKept(file.path, reason, found, context);
    }
    const text = input.textOf(file);
    index.set(file.path, entryOf(file, digest(hasImages(file) ? input.textOf(withoutVersions(file)) : text)));
    return judgeWritten(file.path, text, context);
  });
  const unwanted: Verdict[] = [];
  for (const [path, entry] of known) {
    if (index.has(path)) continue;
    if (input.leavesRoots && isRootFile({ owners: [...entry.clusters.values()].flat() })) {
      index.set(path, entry);
      continue;
    }
    const rest = withoutClusters(entry, clusters);
    if (rest === undefined) unwanted.push(judgeUnwanted(path, context));
    else index.set(path, rest);
  }

  const verdicts = [...written, ...unwanted];
  const isBuiltNow = (cluster: string): boolean => isBuilt(cluster, clusters);
  const diagnostics: readonly Diagnostic[] = [
    ...(input.index.type === "unreadable" ? [reportUnreadable(input.index.reason)] : reportAdoption(written)),
    ...verdicts.flatMap((verdict) => (verdict.action === "refuse" ? [verdict.diagnostic] : [])),
    ...reportCollisions(index.keys()),
    ...(input.allowPrune
      ? []
      : guardRemovals({ before, after: index, isBuilt: isBuiltNow, kinds, siteOf: sitesOf(files) })),
  ];
  return {
    diagnostics,
    changes: hasErrors(diagnostics) ? [] : changesOf(verdicts),
    unchanged: written.filter(({ action }) => action === "none" || action === "adopt").length,
    index,
    recovered,
  };
}

interface Digests {
  readonly known: Index;
  readonly isDigestOf: (digest: string, text: string) => boolean;
  readonly digest: (text: string) => string;
}

/** The digest of a file that stays: what a person may have written there counts as ours only when it says what the program says. */
function keptDigest(path: string, reason: KeptFile, found: OnDisk, { known, isDigestOf, digest }: Digests): string {
  const entry = known.get(path);
  const text = found.type === "file" ? found.text : "";
  const isOurs = entry === undefined || knownDigests(entry).some((written) => isDigestOf(written, text));
  return reason === "same" || isOurs ? digest(text) : entry.digest;
}

function otherCases(known: Index): (path: string) => string | undefined {
  let byLowerCase: ReadonlyMap<string, string> | undefined;
  return (path) => {
    if (known.has(path)) return undefined;
    byLowerCase ??= new Map([...known.keys()].map((found) => [found.toLowerCase(), found]));
    return byLowerCase.get(path.toLowerCase());
  };
}

function changesOf(verdicts: readonly Verdict[]): readonly FileChange[] {
  const changes: FileChange[] = [];
  for (const verdict of verdicts) {
    if (verdict.action === "write" || verdict.action === "update" || verdict.action === "remove") changes.push(verdict);
  }
  return changes.sort((left, right) => compareText(left.path, right.path));
}

function reportUnreadable(reason: string): Diagnostic {
  return {
    ...ofCode("index/unreadable"),
    message: `the index of written files cannot be read: ${reason}`,
    hint: "this build removes nothing and makes the index anew; look for files that no program makes any more",
    file: INDEX_PATH,
  };
}

function reportAdoption(verdicts: readonly Verdict[]): readonly Diagnostic[] {
  const paths = verdicts.flatMap((verdict) => (verdict.action === "adopt" ? [verdict.path] : []));
  const [first, ...others] = paths;
  if (first === undefined) return [];
  const what = others.length === 0 ? `"${first}" exists` : `${paths.length} files exist`;
  return [
    {
      ...ofCode("layout/adopted"),
      message: `${what} already with the content to write, and Sluice looks after it from now on`,
      hint: "commit the index together with the files",
      file: first,
      related: others.map((file) => ({ message: "taken over too", file })),
    },
  ];
}

function reportCollisions(paths: Iterable<string>): readonly Diagnostic[] {
  return caseCollisions(paths).map(({ path, first, second }) => ({
    ...ofCode("layout/case-collision"),
    message: `"${first}" and "${second}" differ in nothing but case`,
    hint: "write them alike, or give one of them another name",
    file: path,
  }));
}

function ofCode(code: DiagnosticCode): Pick<Diagnostic, "code" | "severity"> {
  return { code, severity: CATALOG[code].severity };
}

function sitesOf(files: readonly CompiledFile[]): (cluster: string, key: string) => CallSite | undefined {
  return (cluster, key) => {
    for (const file of files) {
      const found = file.clusters.includes(cluster)
        ? resourcesOf(file).find(({ id }) => identityKey(id) === key)
        : undefined;
      if (found !== undefined) return callSiteOf(found.resource);
    }
    return undefined;
  };
}
