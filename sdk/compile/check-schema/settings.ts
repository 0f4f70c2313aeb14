import type { FluxVersion } from "../../model/flux-version.ts";
import type { Schema } from "../../model/schema.ts";
import type { PatternEngine } from "./patterns.ts";
import type { Check } from "./walk.ts";

/** What a schema is compiled for. */
export interface Settings {
  /** The Flux minor of the cluster; absent where the newest facts count. */
  readonly flux: FluxVersion | undefined;
  readonly engine: PatternEngine | undefined;
  /** The schema of the whole object, for places that messages name. */
  readonly root: Schema;
  /** Makes the check of a place, for places that hold others. */
  readonly check: (schema: Schema, settings: Settings) => Check;
  /** The kind's name, where `sluice explain` knows its fields. */
  readonly explained?: string | undefined;
  /** The values are the author's own data, or secret, so messages do not show them. */
  readonly isHidden: boolean;
}
