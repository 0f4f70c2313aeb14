import type { Fleet } from "../model/fleet.ts";
import type { KindTable } from "../model/kind-definition.ts";
import type { CompiledFleet } from "./compiled.ts";
import type { View } from "./view.ts";

/** How a fleet is compiled. */
export interface CompileOptions {
  readonly kinds: KindTable;
  /** Who applies the clusters' roots: Flux, from Git, or Pulumi, through the API. Default: `git`. */
  readonly roots?: "git" | "api" | undefined;
  /** Names of the clusters to compile. Default: all. */
  readonly clusters?: readonly string[] | undefined;
}

/** Compiles a fleet: links it, checks it and says which files it is. Pure and synchronous; without a view, the rules about the disk are skipped. */
export declare function compileFleet(fleet: Fleet, options: CompileOptions, view?: View): CompiledFleet;
