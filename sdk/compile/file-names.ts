import type { FileSubject } from "../model/cluster.ts";
import { formatIdentity, identityKey, type ResourceId } from "../model/identity.ts";
import { marksOf } from "../model/resource.ts";
import { describe } from "./check-identity.ts";
import type { CompiledResource } from "./compiled.ts";
import { baseName, isDelivered, isReserved, isYamlName, staysInside } from "./paths.ts";
import type { Reporter } from "./reporter.ts";

/** Names the files of one folder. A file that several objects ask for holds them all. */
export function nameFiles(
  resources: readonly CompiledResource[],
  directory: string | undefined,
  layout: ((subject: FileSubject) => string | undefined) | undefined,
  reporter: Reporter,
): ReadonlyMap<CompiledResource, string> {
  const names = new Map<CompiledResource, string>();
  const taken = new Set<string>();
  const unnamed: CompiledResource[] = [];
  for (const resource of resources) {
    const asked: unknown = marksOf(resource.resource).file ?? layout?.(subjectOf(resource, directory));
    if (typeof asked !== "string") {
      if (asked !== undefined && asked !== null) reportNoText(asked, resource, reporter);
      unnamed.push(resource);
      continue;
    }
    const name = asked.replace(/^(?:\.\/)+/, "");
    checkName(name, asked, resource, reporter);
    names.set(resource, name);
    taken.add(name.toLowerCase());
  }
  let open: readonly CompiledResource[] = unnamed;
  for (const form of FORMS) {
    const byName = new Map<string, CompiledResource[]>();
    for (const resource of open) {
      const name = form(resource);
      const same = byName.get(name);
      if (same) same.push(resource);
      else byName.set(name, [resource]);
    }
    const colliding: CompiledResource[] = [];
    for (const [name, same] of byName) {
      const [only] = same;
      if (only && same.length === 1 && !taken.has(name)) names.set(only, name);
      else colliding.push(...same);
    }
    for (const resource of open) taken.add(names.get(resource) ?? form(resource));
    open = colliding;
    if (open.length === 0) break;
  }
  return names;
}

/** What the functions of a cluster are told of an object. */
export function subjectOf({ id, manifest }: CompiledResource, directory: string | undefined): FileSubject {
  return { ...id, apiVersion: manifest.apiVersion, directory };
}

/** File systems take no longer names, in bytes. */
const LONGEST = 255;

/** The forms of a file name, from the usual one to one that cannot collide. */
const FORMS: readonly ((resource: CompiledResource) => string)[] = [
  ({ id }) => fileName(id, id.kind, id.name),
  ({ id }) => fileName(id, id.kind, id.namespace, id.name),
  ({ id }) => fileName(id, `${id.kind}.${id.group}`, id.namespace, id.name),
  ({ id }) => fileName(id, `${id.kind}.${id.group}`, id.namespace, id.name, digest(identityKey(id))),
];

function fileName(id: ResourceId, ...parts: readonly (string | undefined)[]): string {
  const text = parts
    .filter((part) => part !== undefined && part !== "")
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, "-");
  const name = `${text}.yaml`;
  if (name.length <= LONGEST) return name;
  const end = `-${digest(identityKey(id))}.yaml`;
  return `${text.slice(0, LONGEST - end.length)}${end}`;
}

/** A short text that differs for names that differ only in characters that file names do not have. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

function checkName(name: string, asked: string, { resource, id }: CompiledResource, reporter: Reporter): void {
  const problem = problemOf(name);
  if (problem === undefined) return;
  reporter.report("layout/file-name", {
    message: `${formatIdentity(id)} asks for the file ${JSON.stringify(asked)}, ${problem}`,
    hint: "give a name like \"sources/platform.yaml\", relative to the cluster's or the directory's folder",
    resource,
    id,
  });
}

function reportNoText(asked: unknown, { resource, id }: CompiledResource, reporter: Reporter): void {
  reporter.report("layout/file-name", {
    message: `layout names the file of ${formatIdentity(id)} by ${describe(asked)}`,
    hint: "return a text, or undefined for the usual name",
    resource,
    id,
  });
}

function problemOf(name: string): string | undefined {
  if (!staysInside(name)) return "which leaves the folder that it belongs to";
  if (name.split("/").some((part) => new TextEncoder().encode(part).length > LONGEST))
    return `which is longer than the ${LONGEST} bytes that file systems take`;
  // In any case: on some machines the two are one file.
  if (/^kustomization(?:\.ya?ml)?$/i.test(baseName(name))) return "which is the name of a kustomization file";
  if (!isDelivered(name) || isReserved(name)) return "which no source delivers";
  return isYamlName(name) ? undefined : "which does not end in .yaml, so Flux would not apply it";
}
