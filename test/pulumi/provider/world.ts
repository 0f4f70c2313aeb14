import type { KubeObject, ObjectKey } from "../../lab/cluster/objects.ts";

/** What the provider applies to: an API server, or a memory. What it refuses is thrown as an Error in its words. */
export interface World {
  /** Refuses what is there already. */
  create(object: KubeObject): Promise<KubeObject>;
  /**
   * Makes an object what it is to be, and takes away what was applied before and is no longer wanted.
   *
   * @param force Whether to take fields from others. Otherwise a field that somebody else has set to another value is refused.
   */
  apply(object: KubeObject, force: boolean): Promise<KubeObject>;
  get(key: ObjectKey): Promise<KubeObject | undefined>;
  /** Asks for the object to go; it may stay for a while. */
  delete(key: ObjectKey): Promise<void>;
}
