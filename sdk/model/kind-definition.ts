import type { ChartInstaller, ChartSource } from "./chart-kinds.ts";
import type { ContentFacts } from "./content-facts.ts";
import type { FieldPath } from "./field-path.ts";
import type { FluxVersion } from "./flux-version.ts";
import type { ObjectSchema } from "./schema.ts";

/** A version of a kind. */
export interface KindVersion {
  /** The version, as it stands in `apiVersion` behind the group: `v1`. */
  readonly name: string;
  /** The Flux minors that serve it; absent where that does not depend on Flux. */
  readonly flux?: readonly FluxVersion[] | undefined;
}

/**
 * Where a kind that applies a folder says how: the names of its spec's fields. This is all that the compiler knows of the
 * kind that applies directories.
 */
export interface Applier {
  readonly path: string;
  readonly source: string;
  readonly prune: string;
  readonly deletionPolicy: string;
  readonly targetNamespace: string;
  readonly kubeConfig: string;
  readonly postBuild: string;
  readonly decryption: string;
  readonly patches: string;
  readonly namePrefix: string;
  readonly nameSuffix: string;
  readonly components: string;
  /** Fields with which what is applied is not what stands in the folder. */
  readonly changes: readonly string[];
}

/**
 * Which names objects of a kind may have: labels of a domain with dots between them, one such label, one that starts with a letter,
 * or whatever fits between two slashes of a path.
 */
export type NameRule = "subdomain" | "label" | "label-with-letter" | "path-segment";

/** How objects of a kind say that they are ready: by a condition `Ready` in their status. */
export interface Readiness {
  /**
   * Who applies the objects waits for it unless told otherwise. Absent where it depends on what others do later, so that nobody waits
   * without being told to.
   */
  readonly usual?: true | undefined;
  /** Fields with values under which an object never says so, each by its path from the top. */
  readonly except?: readonly { readonly path: FieldPath; readonly value: string | boolean }[] | undefined;
  /** Fields that say how long it may take, each by its path from the top. */
  readonly timeouts?: readonly FieldPath[] | undefined;
}

/**
 * Everything that is special about a kind. The compiler and the emitters ask it, and never a kind's name.
 */
export interface KindDefinition {
  readonly group: string;
  readonly kind: string;
  readonly scope: "Namespaced" | "Cluster";
  /** Oldest first. */
  readonly versions: readonly KindVersion[];
  /** The namespace of an object that nothing else gives one. */
  readonly defaultNamespace?: string | undefined;
  /** The fields beside `apiVersion`, `kind` and `metadata`: their order, the references in them, and what is free-form. Gives the same one each time. */
  readonly body?: (() => ObjectSchema) | undefined;
  /** Fields of the spec that no default reaches: those that only some alternatives have, and those that do nothing any more. */
  readonly undefaulted?: readonly string[] | undefined;
  /** The body says only what the linker asks: there are more fields, and nobody checks them. */
  readonly partial?: true | undefined;
  /** Default: `subdomain`. */
  readonly names?: NameRule | undefined;
  /** Set for a kind that applies folders. */
  readonly applier?: Applier | undefined;
  /** Top-level fields whose values must not be written in plain text. */
  readonly secretFields?: readonly string[] | undefined;
  /** Set for a kind that holds texts and bytes by key. */
  readonly content?: ContentFacts | undefined;
  /** Losing an object of this kind loses data or takes down what depends on it, so its removal must be allowed. */
  readonly guarded?: boolean | undefined;
  /** An object of this kind brings a namespace of its name into being. */
  readonly createsNamespace?: boolean | undefined;
  /** An object of this kind may bring namespaces and objects into being that cannot be seen from here. */
  readonly opaqueContent?: boolean | undefined;
  /** Only controllers write objects of this kind, so that a name alone may mean one that is made later. */
  readonly byController?: boolean | undefined;
  /** An object of this kind installs Flux and makes the sync of the cluster's root. */
  readonly syncsRoot?: boolean | undefined;
  /** Set for a kind whose objects say that they are ready. */
  readonly readiness?: Readiness | undefined;
  /** Set for a kind that installs Helm charts. */
  readonly charts?: ChartInstaller | undefined;
  /** Set for a kind that Helm charts come from. */
  readonly chartSource?: ChartSource | undefined;
}

/** Finds definitions. The composition root makes it of the shipped kinds; the compiler never imports a kind. */
export interface KindTable {
  /** The definition of a kind in a group, if it is known. */
  find(group: string, kind: string): KindDefinition | undefined;
  /** The definition of a kind whose group is not said: a Flux kind before all others. */
  findByKind(kind: string): KindDefinition | undefined;
}
