/** A value of JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A CEL rule: what it demands, without the words for people. */
export interface RuleFacts {
  readonly rule: string;
  readonly fieldPath?: string | undefined;
  readonly reason?: string | undefined;
  readonly optionalOldSelf?: boolean | undefined;
}

/** The facts of one place in a schema, under the names that OpenAPI and Kubernetes give them. Children have places of their own. */
export interface FieldFacts {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly nullable?: boolean | undefined;
  readonly default?: Json | undefined;
  readonly enum?: readonly Json[] | undefined;
  readonly pattern?: string | undefined;
  readonly required?: readonly string[] | undefined;
  readonly "x-kubernetes-int-or-string"?: boolean | undefined;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean | undefined;
  readonly "x-kubernetes-embedded-resource"?: boolean | undefined;
  readonly "x-kubernetes-validations"?: readonly RuleFacts[] | undefined;
  readonly [fact: string]: Json | readonly RuleFacts[] | undefined;
}

/** A version of a kind as its CRD describes it. */
export interface LockVersion {
  readonly name: string;
  readonly served: boolean;
  readonly storage: boolean;
  readonly deprecated?: boolean | undefined;
  readonly subresources?: Json | undefined;
  readonly selectableFields?: Json | undefined;
  readonly columns: readonly Json[];
  /**
   * The schema, place by place: see `lock-path.ts` for how a place is written. Only what an author writes is kept: of
   * `apiVersion`, `kind`, `metadata` and `status` there is nothing.
   */
  readonly schema: Readonly<Record<string, FieldFacts>>;
}

/** The facts of a custom resource definition as one release ships it. No descriptions, no messages. */
export interface Lock {
  readonly crd: string;
  /** The release, as in `releases.json`: `flux-2.9`. */
  readonly release: string;
  /** The software that the release is of, with its full version: `Flux 2.9.4`. */
  readonly version: string;
  /** What reconciles the kind, with its version: `source-controller 1.9.4`. */
  readonly controller: string;
  /** The digest of the file that the facts were taken from. */
  readonly digest: string;
  readonly group: string;
  readonly names: {
    readonly kind: string;
    readonly plural: string;
    readonly [name: string]: Json;
  };
  readonly scope: string;
  readonly versions: readonly LockVersion[];
}
