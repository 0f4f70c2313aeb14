import type { ChartReference } from "../charts/chart-reference.ts";
import type { ChartInstaller, ChartSource } from "../model/chart-kinds.ts";
import { type FieldPath, formatFieldPath } from "../model/field-path.ts";
import { formatIdentity, identityKey, type ResourceId } from "../model/identity.ts";
import { maySubstitute } from "./check-objects.ts";
import type { CompiledResource, LinkedObjects } from "./compiled.ts";
import { fieldOf } from "./foreign-objects.ts";
import type { Instance } from "./instance.ts";
import { mayBePatched } from "./patches.ts";
import { plainPath, resolvePath } from "./paths.ts";
import { isMap } from "./values.ts";

/** Which chart an object installs, as far as the program says. */
export type ChartOrigin =
  | {
      readonly type: "known";
      readonly reference: ChartReference;
      /** The object that says which version, and where in it. */
      readonly resource: CompiledResource;
      readonly path: FieldPath;
      /** Files of the chart take the place of its own values. */
      readonly hasValuesFiles: boolean;
    }
  /** What is behind "Its chart is not known: ". */
  | { readonly type: "unknown"; readonly why: string };

/** An object of the cluster. */
type Found = readonly [instance: Instance, resource: CompiledResource];

/** Finds the charts that objects of a cluster install. Objects are asked for on the API server of those that name them. */
export class ChartFinder {
  readonly #objects: ReadonlyMap<string, Found>;
  readonly #linked: LinkedObjects;

  constructor(linked: LinkedObjects) {
    const isAsked = ({ definition }: CompiledResource): boolean =>
      definition?.chartSource !== undefined || definition?.content !== undefined;
    const asked = [...linked.objects].filter(([, resource]) => isAsked(resource));
    this.#objects = new Map(asked.map((found) => [`${found[0].server}\n${identityKey(found[0].id)}`, found]));
    this.#linked = linked;
  }

  /** The object that a reference with names means. */
  find(reference: Readonly<Record<string, unknown>>, from: Instance): Found | undefined {
    const id = this.#identify(reference, from);
    return id && this.#objects.get(`${from.server}\n${identityKey(id)}`);
  }

  #identify({ kind, name, namespace }: Readonly<Record<string, unknown>>, from: Instance): ResourceId | undefined {
    if (typeof kind !== "string" || typeof name !== "string") return undefined;
    if (namespace !== undefined && typeof namespace !== "string") return undefined;
    const { group } = this.#linked.kinds.findByKind(kind) ?? { group: "" };
    return { group, kind, namespace: namespace ?? from.id.namespace, name };
  }

  /** The chart that an object installs. */
  chartOf(instance: Instance, resource: CompiledResource, { template, reference }: ChartInstaller): ChartOrigin {
    if ([template, reference].some((path) => mayBePatched(instance, path))) return unknown("a patch may change it");
    const found: Found = [instance, resource];
    const picked = valueAt(resource.manifest, template);
    if (isMap(picked)) return this.#picked(picked, template, found);
    const named = valueAt(resource.manifest, reference);
    return isMap(named) ? this.#named(named, reference, instance) : unknown("nothing names it");
  }

  /** The chart that an object picks of a source. */
  #picked(picked: Readonly<Record<string, unknown>>, path: FieldPath, found: Found): ChartOrigin {
    const sourceRef = picked["sourceRef"];
    const id = isMap(sourceRef) ? this.#identify(sourceRef, found[0]) : undefined;
    if (id === undefined) return unknown(`${formatFieldPath([...path, "sourceRef"])} is known later`);
    const name = textOf(picked["chart"], found);
    if (name === undefined) return unknown(`${formatFieldPath([...path, "chart"])} is known later`);
    const version = textOf(picked["version"] ?? ANY_VERSION, found);
    if (version === undefined) return unknown(`${formatFieldPath([...path, "version"])} is known later`);
    const known = {
      type: "known",
      resource: found[1],
      path: [...path, picked["version"] === undefined ? "chart" : "version"],
      hasValuesFiles: picked["valuesFiles"] !== undefined,
    } as const;
    const facts = this.#linked.kinds.find(id.group, id.kind)?.chartSource;
    if (facts?.type === "files") {
      const root = this.#linked.rootOf(id);
      if (root === undefined) return unknown(`${formatIdentity(id)} does not deliver this repository`);
      return { ...known, reference: { repository: ".", name: resolvePath(root, plainPath(name)) } };
    }
    const source = this.#objects.get(`${found[0].server}\n${identityKey(id)}`);
    if (source === undefined || facts?.type !== "repository") return notHere(id);
    const repository = addressOf(facts, source);
    if (typeof repository !== "string") return repository;
    return { ...known, reference: { repository, name, version: version || ANY_VERSION } };
  }

  /** The chart that another object is, or picks. */
  #named(named: Readonly<Record<string, unknown>>, path: FieldPath, from: Instance): ChartOrigin {
    const id = this.#identify(named, from);
    if (id === undefined) return unknown(`${formatFieldPath(path)} is known later`);
    const found = this.#objects.get(`${from.server}\n${identityKey(id)}`);
    if (found === undefined) return notHere(id);
    const [instance, { manifest, definition }] = found;
    const facts = definition?.chartSource;
    if (mayBePatched(instance, ["spec"])) return unknown(`a patch may change ${formatIdentity(instance.id)}`);
    if (facts?.type === "chart") {
      const picked = manifest["spec"];
      return isMap(picked)
        ? this.#picked(picked, ["spec"], found)
        : unknown(`${formatIdentity(instance.id)} has no spec`);
    }
    return facts?.type === "artifact" ? artifact(facts, found) : notHere(id);
  }
}

/** Without a version, any release will do. */
const ANY_VERSION = "*";

function artifact(facts: Extract<ChartSource, { type: "artifact" }>, found: Found): ChartOrigin {
  const [{ id }, resource] = found;
  const address = addressOf(facts, found);
  if (typeof address !== "string") return address;
  const slash = address.lastIndexOf("/");
  const chart = { repository: address.slice(0, slash), name: address.slice(slash + 1) };
  const version = valueAt(resource.manifest, ["spec", facts.version]) ?? {};
  const known = { type: "known", resource, hasValuesFiles: false } as const;
  // The order in which the controller asks.
  for (const field of ["digest", "semver", "tag"]) {
    const path = ["spec", facts.version, field];
    const given = isMap(version) ? version[field] : version;
    if (given === undefined || given === "") continue;
    const text = textOf(given, found);
    if (text === undefined) return unknown(`${formatFieldPath(path)} of ${formatIdentity(id)} is known later`);
    if (field === "digest") return { ...known, path, reference: { ...chart, digest: text } };
    if (field === "semver" && fieldOf(version, "semverFilter") !== undefined)
      return unknown(`semverFilter of ${formatIdentity(id)} chooses among its versions`);
    // A tag cannot have the plus sign of a version.
    return { ...known, path, reference: { ...chart, version: field === "tag" ? text.replace("_", "+") : text } };
  }
  return { ...known, path: ["spec", facts.url], reference: { ...chart, version: "latest" } };
}

function addressOf({ url }: { readonly url: string }, found: Found): string | ChartOrigin {
  const [{ id }, { manifest }] = found;
  const text = textOf(valueAt(manifest, ["spec", url]), found);
  if (text === undefined) return unknown(`spec.${url} of ${formatIdentity(id)} is known later`);
  if (mayBePatched(found[0], ["spec", url])) return unknown(`a patch may change ${formatIdentity(id)}`);
  return text.replace(/\/+$/, "");
}

/** A text that is known now. */
function textOf(value: unknown, [instance]: Found): string | undefined {
  if (typeof value !== "string") return undefined;
  return maySubstitute(instance) && value.includes("${") ? undefined : value;
}

function notHere(id: ResourceId): ChartOrigin {
  return unknown(`the program does not say what is in ${formatIdentity(id)}`);
}

function unknown(why: string): ChartOrigin {
  return { type: "unknown", why };
}

/** A field of a manifest, however deep. */
export function valueAt(manifest: unknown, path: FieldPath): unknown {
  return path.reduce((value, key) => (isMap(value) ? fieldOf(value, String(key)) : undefined), manifest);
}
