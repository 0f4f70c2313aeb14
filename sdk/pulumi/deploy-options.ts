import type { ComponentResourceOptions, Resource } from "@pulumi/pulumi";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import type { ResourceId } from "../model/identity.ts";

/** An object that is deployed: who it is, and the version in which it is applied. */
export interface DeployedObject extends ResourceId {
  readonly apiVersion: string;
}

/** What an object was called in the state before Sluice deployed it. */
export interface Adoption {
  /** The logical name: the first argument of its constructor. */
  readonly name: string;
  /** The resource that it was a child of. Default: the stack itself. */
  readonly parent?: Resource | undefined;
}

/** How a cluster is deployed. `dependsOn` is the place for what installs Flux. */
export interface DeployOptions extends ComponentResourceOptions {
  /**
   * Says what an object was called by a program that made it with `CustomResource` or another class of `@pulumi/kubernetes`, so that
   * the state's object is taken over as it is. `undefined` for an object that is new.
   */
  readonly adopt?: ((object: DeployedObject) => Adoption | undefined) | undefined;
  /**
   * Which objects `up` waits for, until they say that they are ready. `true` for all that do, `false` for none, or a function; where
   * that gives `undefined`, and by default: FluxInstances and the sources that report, since what they fetch is there already.
   */
  readonly wait?: boolean | ((object: DeployedObject) => boolean | undefined) | undefined;
  /**
   * Objects that Flux takes over once it runs: Pulumi makes them, and from then on it neither changes nor deletes them. `true` for all,
   * or a function. They carry no annotations of Pulumi's, so `up` does not wait for them.
   */
  readonly handOff?: boolean | ((object: DeployedObject) => boolean) | undefined;
  /**
   * Applies the objects of directories directly, in the place of the Kustomizations that would: `true` for all directories, or the
   * paths of some. By default Git delivers them, and `sluice build --directories` writes them.
   */
  readonly applyDirectories?: boolean | readonly string[] | undefined;
  /**
   * The folder that the paths of directories start at: its files are compared with what the program says. Default: the repository that
   * the program stands in.
   */
  readonly repository?: string | undefined;
  /** Codes of warnings that are not reported. Errors cannot be silenced. */
  readonly silence?: readonly DiagnosticCode[] | undefined;
}
