import type { Input } from "./input.ts";
import type { RefTo } from "./reference.ts";

/** What every builder takes as its last argument. */
export interface ResourceOptions {
  /**
   * The object's namespace, or the Namespace itself. Without it: the namespace of the `group()` that lists it; else, when only
   * slots that cannot name a namespace refer to it, the namespace of those; else `flux-system` for Flux's own sources,
   * Kustomizations, image and notification objects. Anything else without one is `namespace/missing`.
   */
  readonly namespace?: string | RefTo<"Namespace"> | undefined;
  /** `metadata.labels`. */
  readonly labels?: Readonly<Record<string, Input<string>>> | undefined;
  /** `metadata.annotations`. */
  readonly annotations?: Readonly<Record<string, Input<string>>> | undefined;
  /** Codes of warnings that are not reported for this resource. Errors cannot be silenced. */
  readonly silence?: readonly string[] | undefined;
  /**
   * The file to write the object to, relative to the folder of its container. A file named by several objects holds them all.
   * Without it: `<kind>-<name>.yaml`.
   */
  readonly file?: string | undefined;
  /** Comments above the object in its file, without `#`: a hint for Renovate, a schema for an editor. */
  readonly comments?: readonly string[] | undefined;
}

/** A file that stands for a resource: its path as the author wrote it. */
export interface FileMark {
  readonly path: string;
}
