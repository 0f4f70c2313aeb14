import type { KubeObject, ObjectKey } from "../../lab/cluster/objects.ts";

/** Where the engine's work arrives: a memory, the lab by the stand-in provider, or the lab by the real one. */
export interface Target {
  /** By which the engine finds the provider, and the provider its cluster. */
  readonly environment: Readonly<Record<string, string>>;
  /** What a controller says of a source that is closed. */
  readonly refusal: string;
  /** Gives a name that no other test has. The namespace does not exist yet. */
  newName(prefix: string): string;
  /** Makes a repository that can be fetched. */
  newSource(): Promise<Source>;
  get(key: ObjectKey): Promise<KubeObject | undefined>;
  /** Changes an object by hand. */
  patch(key: ObjectKey, change: Readonly<Record<string, unknown>>): Promise<void>;
  /** Deletes an object by hand, and waits until it is gone. */
  delete(key: ObjectKey): Promise<void>;
  /** Has a controller look at an object now, and not when its next turn comes. */
  hurry(key: ObjectKey): Promise<void>;
  close(): Promise<void>;
}

/** A Git repository over HTTP. */
export interface Source {
  readonly url: string;
  /** From now on it cannot be fetched. */
  close(): void;
  open(): void;
}
