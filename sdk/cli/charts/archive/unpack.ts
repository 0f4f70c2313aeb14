import { gunzipSync } from "node:zlib";
import {
  type Budget,
  type ChartFiles,
  type FoundFiles,
  isOfInterest,
  type ProblemFound,
  problem,
  tooLarge,
} from "./chart-files.ts";

const PACK = "pack it with helm package";

/** Unpacks the archive of a chart in memory. Paths are looked at as Helm does, and nothing is written anywhere. */
export async function unpack(bytes: Uint8Array, budget: Budget): Promise<FoundFiles> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return problem("it is no gzipped archive", PACK);
  let tar: Uint8Array;
  try {
    tar = gunzipSync(bytes, { maxOutputLength: budget.largestArchive });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return "code" in error && error.code === "ERR_BUFFER_TOO_LARGE"
      ? tooLarge()
      : problem("its compression is broken", PACK);
  }
  return filesOf(tar, budget);
}

async function filesOf(tar: Uint8Array, budget: Budget): Promise<FoundFiles> {
  const { unpackTar } = await import("modern-tar");
  let wrong: ProblemFound | undefined;
  const isWanted = (header: TarHeader): boolean => {
    if (wrong !== undefined || IGNORED.has(header.type ?? "file")) return false;
    const path = pathOf(header.name);
    if (typeof path !== "string") wrong = path;
    // An archive that Helm packs has none, and Helm would read an empty file in its place.
    else if (header.type === "link" || header.type === "symlink") wrong = isOfInterest(path) ? linked(path) : undefined;
    else wrong = budget.take(path, header.size);
    return wrong === undefined && typeof path === "string" && isOfInterest(path);
  };
  let entries: Awaited<ReturnType<typeof unpackTar>>;
  try {
    entries = await unpackTar(tar, { strict: true, filter: isWanted });
  } catch (error) {
    // What it throws has no other mark.
    if (!(error instanceof Error)) throw error;
    return problem("its archive is broken", PACK);
  }
  if (wrong !== undefined) return wrong;
  const files: Map<string, Uint8Array> = new Map();
  for (const { header, data } of entries) {
    const path = pathOf(header.name);
    if (typeof path === "string" && data !== undefined) files.set(path, data);
  }
  const found: ChartFiles = files;
  return { type: "found", files: found };
}

interface TarHeader {
  readonly name: string;
  readonly size: number;
  readonly type?: string;
}

const IGNORED: ReadonlySet<string> = new Set(["directory", "pax-header", "pax-global-header"]);

function linked(path: string): ProblemFound {
  return problem(`"${path}" is a link`, `${PACK}, which puts files in the place of links`);
}

/** The path of a file from the chart's folder, which is the first part of its name whatever that is called. */
function pathOf(name: string): string | ProblemFound {
  const delimiter = name.includes("\\") ? "\\" : "/";
  const [first, ...rest] = name.split(delimiter);
  const path = rest.join("/");
  if (path.startsWith("/")) return outside(name);
  const clean = cleanPath(path);
  if (first === "Chart.yaml" || clean === "")
    return problem(
      `"${name}" does not stand in a folder`,
      `${PACK}: everything in an archive stands in a folder of the chart's name`,
    );
  return clean.startsWith("..") || /^[A-Za-z]:\//.test(clean) || clean.includes("\0") ? outside(name) : clean;
}

function outside(name: string): ProblemFound {
  return problem(`"${name}" leads out of the chart's folder`, `${PACK}, and do not trust who made this archive`);
}

/** Resolves `.` and `..` within a path. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
