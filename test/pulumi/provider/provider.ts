import { type KubeObject, keyOf, nameOf } from "../../lab/cluster/objects.ts";
import { type Differences, differencesOf, type Mutable, pruned } from "./differences.ts";
import { isMap, revealed, type Values, withSecrets } from "./engine-values.ts";
import { waitFor, waitUntilGone } from "./wait-for.ts";
import type { World } from "./world.ts";

/** The inputs that a state was made from stand in it. */
const INPUTS = "__inputs";

/** A resource as the engine keeps it. */
export interface Kept {
  readonly id: string;
  readonly state: Values;
}

/** An object that was applied and is not as it should be: the engine keeps it, and goes on with it the next time. */
export class NotReadyError extends Error {
  readonly kept: Kept;

  constructor(kept: Kept, message: string) {
    super(message);
    this.kept = kept;
  }
}

/** How an object is updated. */
export interface Update {
  /** The paths of fields that stay as they are, whatever the inputs say. */
  readonly ignored: readonly string[];
  /** Whether to take fields from others. */
  readonly force: boolean;
  /** That of the resource; 0 says nothing. */
  readonly timeoutSeconds: number;
}

/** What the engine asks of a provider, on plain values. */
export interface Provider {
  check(inputs: Values): Values;
  diff(state: Values, before: Values, wanted: Values, mutable: Mutable): Differences;
  create(inputs: Values, timeoutSeconds: number): Promise<Kept>;
  update(inputs: Values, how: Update): Promise<Kept>;
  /** Undefined when the object is gone. */
  read(kept: Kept, inputs: Values): Promise<(Kept & { readonly inputs: Values }) | undefined>;
  delete(kept: Kept, timeoutSeconds: number): Promise<void>;
}

/** Does what Pulumi's provider for Kubernetes does, as far as Sluice's resources need it. */
export function kubernetesProvider(world: World): Provider {
  async function kept(applied: KubeObject, inputs: Values, timeoutSeconds: number): Promise<Kept> {
    const key = keyOf(applied);
    const { object, missing } = await waitFor(applied, () => world.get(key), timeoutSeconds);
    const result = { id: idOf(object), state: stateOf(object, inputs) };
    if (missing !== undefined) throw new NotReadyError(result, `${nameOf(key)} is not ready: ${missing}`);
    return result;
  }

  return {
    check(inputs) {
      return withSecrets(named(inputs), inputs);
    },

    diff(state, before, wanted, mutable) {
      const { [INPUTS]: _, ...live } = plain(state);
      return differencesOf(live, plain(before), plain(wanted), mutable);
    },

    async create(inputs, timeoutSeconds) {
      return kept(await world.create(objectIn(inputs)), inputs, timeoutSeconds);
    },

    async update(inputs, { ignored, force, timeoutSeconds }) {
      const object = objectIn(inputs);
      const live = ignored.length === 0 ? undefined : await world.get(keyOf(object));
      const wanted = live === undefined ? object : withFieldsOf(object, live, ignored);
      const mayTake = force || object.metadata.annotations?.["pulumi.com/patchForce"] === "true";
      return kept(await world.apply(wanted, mayTake), inputs, timeoutSeconds);
    },

    async read({ id, state }, inputs) {
      const object = await world.get(keyOf(objectIn(state)));
      if (object === undefined) return undefined;
      const found = withSecrets(pruned(object, plain(inputs)), inputs);
      return { id, state: stateOf(object, found), inputs: found };
    },

    async delete({ state }, timeoutSeconds) {
      const key = keyOf(objectIn(state));
      await world.delete(key);
      const left = await waitUntilGone(() => world.get(key), timeoutSeconds);
      if (left !== undefined) throw new Error(`${nameOf(key)} does not go away`);
    },
  };
}

function stateOf(object: KubeObject, inputs: Values): Values {
  return withSecrets({ ...object, [INPUTS]: inputs }, { ...inputs, [INPUTS]: inputs });
}

/** Whatever the inputs are called, Pulumi's program gives all of them names. */
function named(inputs: Values): Values {
  const { metadata } = plain(inputs);
  if (isMap(metadata) && typeof metadata["name"] === "string") return inputs;
  throw new Error("An object without a name: the stand-in gives none");
}

function plain(values: Values): Values {
  // A map stays a map.
  return revealed(values) as Values;
}

/** The program's classes see to it that inputs are an object of Kubernetes. */
function objectIn(values: Values): KubeObject {
  const { [INPUTS]: _, ...object } = plain(values);
  return object as unknown as KubeObject;
}

function idOf({ metadata: { namespace, name } }: KubeObject): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}

/** What the program does not look at any more stays as it is. */
function withFieldsOf(object: KubeObject, live: KubeObject, paths: readonly string[]): KubeObject {
  const result = structuredClone(object);
  for (const path of paths) {
    const fields = path.split(".");
    const last = fields.pop() ?? "";
    const find = (from: unknown): Record<string, unknown> | undefined =>
      fields.reduce<unknown>((at, field) => (isMap(at) ? at[field] : undefined), from) as Record<string, unknown>;
    const [own, theirs] = [find(result), find(live)];
    if (own === undefined) continue;
    if (theirs !== undefined && last in theirs) own[last] = theirs[last];
    else delete own[last];
  }
  return result;
}
