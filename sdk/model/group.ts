import { frozenCopy } from "./copy.ts";
import type { Input } from "./input.ts";
import type { RefTo } from "./reference.ts";
import type { Resource } from "./resource.ts";
import { captureCallSite, keepCallSite } from "./source-location.ts";

/** What containers and groups take: resources, groups, and lists of them; `false`, `null` and `undefined` are left out. */
export type Resources = Resource | Group | readonly Resources[] | false | null | undefined;

/** What a group gives to its listed members. */
export interface GroupOptions {
  /** The namespace of members that name none, or the Namespace itself. */
  readonly namespace?: string | RefTo<"Namespace"> | undefined;
  /** Labels that every member gets; a member's own win. */
  readonly labels?: Readonly<Record<string, Input<string>>> | undefined;
  /** Annotations that every member gets; a member's own win. */
  readonly annotations?: Readonly<Record<string, Input<string>>> | undefined;
}

/** Resources that share a namespace and metadata. No folder: its members are written where the group is listed. */
export interface Group {
  readonly sluice: "group/1";
  readonly options: GroupOptions;
  readonly resources: Resources;
}

/**
 * Gives a namespace, labels and annotations to the resources that it lists: not to what they need, and not to the content of
 * directories.
 */
export function group(options: GroupOptions, resources: Resources): Group {
  const given = { ...frozenCopy(options ?? {}) };
  // What it gives is asked for its place when the group itself is out of sight.
  captureCallSite(given, group, { holds: [["metadata"]] });
  const value: Group = { sluice: "group/1", options: Object.freeze(given), resources: frozenCopy(resources) };
  keepCallSite(value, given);
  return Object.freeze(value);
}

/** Says whether a value is a {@link Group}. */
export function isGroup(value: object): value is Group {
  return "sluice" in value && value.sluice === "group/1";
}
