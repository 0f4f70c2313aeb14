import { nearestWord } from "../../../diagnostics/nearest-word.ts";
import type { UsageError } from "../../arguments/command.ts";

/** How a release is found: its cluster, namespace and name. */
export interface ReleaseName {
  readonly cluster: string;
  readonly namespace?: string | undefined;
  readonly name: string;
}

/** Releases of one name and chart, and what stands behind their name in a topic. */
export interface FoundRelease<Release> {
  readonly type: "found";
  readonly releases: readonly [Release, ...Release[]];
  /** How the topic calls it. */
  readonly name: string;
  readonly path: string;
}

/**
 * Finds the release that a topic starts with: `podinfo`, `apps/podinfo`, `production:podinfo`, `production:apps/podinfo`. Of several that
 * have the name, all are meant where `isSame` says that they have one chart.
 */
export function findRelease<Release extends ReleaseName>(
  releases: readonly Release[],
  topic: string,
  isSame: (left: Release, right: Release) => boolean,
): FoundRelease<Release> | UsageError {
  const called = releases.flatMap((release) => namesOf(release).map((name) => ({ name, release })));
  const fitting = called.filter(({ name }) => topic.startsWith(name) && /^$|^[.[]/.test(topic.slice(name.length)));
  // Names may hold dots, so the longest is meant.
  const longest = Math.max(0, ...fitting.map(({ name }) => name.length));
  const [first, ...others] = fitting.filter(({ name }) => name.length === longest);
  if (first === undefined) return unknownRelease(called, topic);
  const rest = others.map(({ release }) => release);
  if (rest.every((other) => isSame(first.release, other)))
    return { type: "found", releases: [first.release, ...rest], name: first.name, path: topic.slice(longest) };
  const several = [first.release, ...rest];
  return {
    type: "usage",
    message: `"${first.name}" is the name of ${several.length} releases`,
    hint: `name one of ${several.map((release) => shortestName(release, several)).join(", ")}`,
  };
}

/** The shortest name that only one of some releases has. */
export function shortestName<Release extends ReleaseName>(release: Release, releases: readonly Release[]): string {
  const isOnly = (name: string): boolean =>
    releases.every((other) => other === release || !namesOf(other).includes(name));
  const names = namesOf(release);
  return names.find(isOnly) ?? names.at(-1) ?? release.name;
}

/** Every way to name a release, the shortest first. */
export function namesOf({ cluster, namespace, name }: ReleaseName): readonly string[] {
  const names = namespace === undefined ? [name] : [name, `${namespace}/${name}`];
  return [...names, ...names.map((inCluster) => `${cluster}:${inCluster}`)];
}

function unknownRelease(called: readonly { readonly name: string }[], topic: string): UsageError {
  const word = /^[^.[]*/.exec(topic)?.[0] ?? topic;
  const message = `"${word}" is no release of the fleet`;
  const names = [...new Set(called.map(({ name }) => name))];
  const nearest = nearestWord(word, names);
  if (nearest !== undefined) return { type: "usage", message, hint: `did you mean ${nearest}?` };
  const short = names.filter((name) => !/[:/]/.test(name));
  return { type: "usage", message, hint: short.length === 0 ? "it has none" : `its releases are ${short.join(", ")}` };
}
