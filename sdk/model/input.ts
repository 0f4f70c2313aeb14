import type { Deferred } from "./deferred.ts";
import type { Substitution } from "./substitution.ts";

/**
 * A leaf of a spec: the value itself, a value that is known later (a `pulumi.Output`), or one that Flux fills in
 * (`substitution("NAME")`).
 */
export type Input<T> = T | Deferred<T> | Substitution;
