import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DirectoryOptions } from "../model/directory.ts";
import type { FieldPath } from "../model/field-path.ts";
import type { ResourceId } from "../model/identity.ts";
import type { KindDefinition, KindTable } from "../model/kind-definition.ts";
import type { Resource } from "../model/resource.ts";
import type { CallSite } from "../model/source-location.ts";
import type { Instance } from "./instance.ts";

/** A resource after every stage: what is printed of it, and who it is. */
export interface CompiledResource {
  /** Its identity on its API server, with the namespace that it ends up in. */
  readonly id: ResourceId;
  /** The manifest: plain data, references written out, in the author's order of keys. */
  readonly manifest: Manifest;
  /** The values of the manifest that image automation keeps up to date. Absent when there are none. */
  readonly images?: readonly MarkedImage[] | undefined;
  /** The values of the manifest that look like secrets and are none, as their author says. Absent when there are none. */
  readonly notSecrets?: readonly HarmlessValue[] | undefined;
  /** Some text of the manifest may be a secret in plain text. */
  readonly mayExpose?: true | undefined;
  /** References to what has to be in the object's own namespace, while nobody knows yet where it is. Absent when there are none. */
  readonly awaited?: readonly AwaitedReference[] | undefined;
  /** Lines above the object, without `#`. */
  readonly comments?: readonly string[] | undefined;
  readonly definition: KindDefinition | undefined;
  /** The author's value, for places in messages. */
  readonly resource: Resource;
  /** The least number of bytes that the object takes as JSON; absent where not all of it is data. */
  readonly size?: number | undefined;
  /** Whether the object lets Flux delete it when its file goes. Whether Flux does is for what applies it to say. */
  readonly prune: boolean;
  /** Whether it applies other objects and deletes none of them when their files go. */
  readonly keepsContent: boolean;
}

/** A reference that holds a name alone, to an object whose namespace is known later. */
export interface AwaitedReference {
  readonly path: FieldPath;
  readonly reference: { readonly kind?: string | undefined; readonly name: unknown; readonly namespace?: unknown };
}

/** A value in a manifest that image automation keeps up to date. */
export interface MarkedImage {
  readonly path: FieldPath;
  /** The comment behind the value. */
  readonly marker: string;
  /** What is written: what the program says, unless the automation has chosen another version. */
  readonly value: string;
  /** The image's name, where the value is a whole image. */
  readonly name?: string | undefined;
}

/** A value in a manifest that its author says is no secret. */
export interface HarmlessValue {
  readonly path: FieldPath;
  readonly reason: string;
}

/** A Kubernetes object as plain data. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly [field: string]: unknown;
}

interface FileBase {
  /** From the output folder, with `/`. */
  readonly path: string;
  /** The names of the clusters that it belongs to, sorted. */
  readonly clusters: readonly string[];
  /** What applies it, as `owner.ts` prints it. Several for a directory that several objects apply, sorted. */
  readonly owners: readonly string[];
}

/** A file of one or more objects. */
export interface ResourceFile extends FileBase {
  readonly type: "resources";
  readonly resources: readonly CompiledResource[];
}

/** A file that is copied byte for byte. */
export interface EncryptedCopy extends FileBase {
  readonly type: "encrypted";
  /** The path as the author wrote it: the key in the view. */
  readonly from: string;
  readonly resource: CompiledResource;
}

/** A file of one Secret whose values are encrypted before it is written. Nothing prints it as it is. */
export interface SealedFile extends FileBase {
  readonly type: "sealed";
  /** Its manifest holds the secret values themselves. */
  readonly resource: CompiledResource;
}

/** A directory's kustomization.yaml. */
export interface KustomizationFile extends FileBase {
  readonly type: "kustomization";
  /** Names of the files beside it, sorted. */
  readonly resources: readonly string[];
  readonly options: DirectoryOptions;
}

/** A file to write. */
export type CompiledFile = ResourceFile | EncryptedCopy | SealedFile | KustomizationFile;

/** A compiled fleet. Emitters take nothing else, so what was not checked cannot be printed. */
export interface CompiledFleet {
  readonly diagnostics: readonly Diagnostic[];
  /** Every file of every compiled cluster, sorted by path. Empty when there are errors. */
  readonly files: readonly CompiledFile[];
  /** The compiled clusters, in the fleet's order. */
  readonly clusters: readonly CompiledCluster[];
  /** Whether there are rules or patterns that were not looked at, since kinds bring them as texts. */
  readonly isPartlyChecked: boolean;
  /** Where the author wrote Secrets with values: lines that are not to be shown. */
  readonly secretSites: ReadonlySet<CallSite>;
}

/** The objects of a cluster, each on its API server. */
export interface LinkedObjects {
  readonly objects: ReadonlyMap<Instance, CompiledResource>;
  readonly kinds: KindTable;
  /** The folder that a source's artifact starts at; `undefined` for a source that does not deliver this repository. */
  readonly rootOf: (source: ResourceId) => string | undefined;
}

/** One cluster of a compiled fleet. */
export interface CompiledCluster {
  readonly name: string;
  readonly path: string;
  /** Every object of the cluster, containers in the order of their paths with the root first, objects in canonical order. */
  readonly resources: readonly PlacedResource[];
  /**
   * Which objects of the cluster's own API server need which others there, by the keys of their identities. Only where the roots are
   * applied through the API: Flux finds its way without.
   */
  readonly needs?: ReadonlyMap<string, readonly string[]> | undefined;
  /** The same of objects that wait for others, as Flux does. */
  readonly waits?: ReadonlyMap<string, readonly string[]> | undefined;
  /** What its objects were made of. */
  readonly linked: LinkedObjects;
}

/** A compiled resource and where it is written. */
export interface PlacedResource extends CompiledResource {
  /** The directory's path, or `undefined` at the root. */
  readonly directory: string | undefined;
  readonly file: string;
}
