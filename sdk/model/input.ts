import type { Deferred } from "./deferred.ts";
import type { PolicyImage } from "./from-policy.ts";
import type { NotSecret } from "./not-secret.ts";
import type { Substitution } from "./substitution.ts";

/**
 * A leaf of a spec: the value itself, a value that is known later (a `pulumi.Output`), one that Flux fills in
 * (`substitution("NAME")`), one that Flux's image automation keeps up to date (`fromPolicy(…)`), or one that only looks like a secret
 * (`notSecret(…)`).
 */
export type Input<T> = T | Deferred<T> | Substitution | PolicyImage | NotSecret;
