import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { type Condition, type KubeObject, keyOf, nameOf, type ObjectKey } from "../../lab/cluster/objects.ts";
import { isMap, type Values } from "./engine-values.ts";
import type { World } from "./world.ts";

/** Objects in a memory, with a controller that finds all of them ready. */
export interface MemoryWorld extends World {
  /** Merges a change into an object, as somebody does by hand. */
  patch(key: ObjectKey, change: Values): void;
  /** From now on the controller says this about objects for which the function has a text: they are not ready. */
  complain(about: (object: KubeObject) => string | undefined): void;
}

/** An object, what was applied of it last, and what others changed of that since. */
interface Stored {
  readonly object: KubeObject;
  readonly applied: Values;
  readonly byOthers: Values;
}

/** Makes an empty world. */
export function memoryWorld(): MemoryWorld {
  const objects = new Map<string, Stored>();
  let complaintAbout: (object: KubeObject) => string | undefined = () => undefined;

  function put(object: KubeObject, before: Stored | undefined): KubeObject {
    const applied: Values = withBytes(structuredClone(object));
    const { uid = randomUUID(), generation = 0 } = before?.object.metadata ?? {};
    const content = before === undefined ? applied : reapplied(before.object, before.applied, applied);
    const own = { uid, generation: generation + 1, resourceVersion: String(generation + 1) };
    // It was an object before the server's fields were added.
    const stored = {
      ...content,
      metadata: { ...withoutEmptyMaps(content["metadata"]), ...own },
    } as unknown as KubeObject;
    objects.set(idOf(keyOf(object)), { object: stored, applied, byOthers: {} });
    return stored;
  }

  /** What is deleted goes when nobody holds it any more. */
  function keep(key: ObjectKey, stored: Stored): void {
    const { deletionTimestamp, finalizers = [] } = stored.object.metadata;
    if (deletionTimestamp !== undefined && finalizers.length === 0) objects.delete(idOf(key));
    else objects.set(idOf(key), stored);
  }

  function withStatus(object: KubeObject): KubeObject {
    if (object.spec === undefined) return object;
    const observedGeneration = object.metadata.generation ?? 0;
    const complaint = complaintAbout(object);
    const ready: Condition =
      complaint === undefined
        ? { type: "Ready", status: "True", reason: "Succeeded", message: "all is well", observedGeneration }
        : { type: "Ready", status: "False", reason: "Failed", message: complaint, observedGeneration };
    return { ...object, status: { observedGeneration, conditions: [ready] } };
  }

  return {
    create: async (object) => {
      if (objects.has(idOf(keyOf(object)))) throw new Error(`${nameOf(keyOf(object))} already exists`);
      return put(object, undefined);
    },
    apply: async (object, force) => {
      const before = objects.get(idOf(keyOf(object)));
      if (!force && before !== undefined && isTaken(object, before.byOthers)) {
        throw new Error("Apply failed with a conflict: somebody else owns the field");
      }
      return put(object, before);
    },
    get: async (key) => {
      const stored = objects.get(idOf(key));
      return stored && withStatus(stored.object);
    },
    delete: async (key) => {
      const stored = objects.get(idOf(key));
      if (stored === undefined) return;
      const metadata = { ...stored.object.metadata, deletionTimestamp: new Date().toISOString() };
      keep(key, { ...stored, object: { ...stored.object, metadata } });
    },
    patch: (key, change) => {
      const stored = objects.get(idOf(key));
      if (stored === undefined) throw new Error(`There is no ${nameOf(key)}`);
      // A change of an object's fields leaves an object.
      const object = merged(stored.object, change) as unknown as KubeObject;
      keep(key, { ...stored, object, byOthers: merged(stored.byOthers, change) });
    },
    complain: (about) => {
      complaintAbout = about;
    },
  };
}

function idOf({ apiVersion, kind, namespace = "", name }: ObjectKey): string {
  const group = apiVersion.includes("/") ? apiVersion.replace(/\/.*/, "") : "";
  return [group, kind, namespace, name].join(" ");
}

/** A Secret's texts as the server keeps them. */
function withBytes(object: Values): Values {
  const { stringData, ...others } = object;
  if (object["kind"] !== "Secret" || !isMap(stringData)) return object;
  const encoded = Object.entries(stringData).map(([key, text]) => [key, Buffer.from(String(text)).toString("base64")]);
  return { ...others, data: { ...(isMap(others["data"]) && others["data"]), ...Object.fromEntries(encoded) } };
}

function withoutEmptyMaps(metadata: unknown): Values {
  const fields = Object.entries(isMap(metadata) ? metadata : {});
  return Object.fromEntries(fields.filter(([, value]) => !isMap(value) || Object.keys(value).length > 0));
}

/** Takes over what is applied now, takes away what was and is no longer, and leaves what others did. */
function reapplied(live: Values, before: Values, now: Values): Values {
  const kept = Object.entries(live).filter(([key]) => key in now || !(key in before));
  const own = Object.entries(now).map(([key, value]) => {
    const [there, then] = [live[key], before[key]];
    return [key, isMap(value) && isMap(there) ? reapplied(there, isMap(then) ? then : {}, value) : value];
  });
  return { ...Object.fromEntries(kept), ...Object.fromEntries(own) };
}

function isTaken(wanted: Values, byOthers: Values): boolean {
  return Object.entries(byOthers).some(([key, theirs]) => {
    const ours = wanted[key];
    if (ours === undefined) return false;
    return isMap(theirs) && isMap(ours) ? isTaken(ours, theirs) : !isDeepStrictEqual(ours, theirs);
  });
}

/** RFC 7386. */
function merged(value: Values, change: Values): Values {
  const result: Record<string, unknown> = { ...value };
  for (const [key, part] of Object.entries(change)) {
    const there = result[key];
    if (part === null) delete result[key];
    else result[key] = isMap(part) ? merged(isMap(there) ? there : {}, part) : part;
  }
  return result;
}
