import type { Json } from "../../../charts/chart-facts.ts";
import { keysBelow, placeBelow, type ValuePlace } from "../../../charts/value-place.ts";
import { firstSentence } from "../text-of.ts";
import { topicOf } from "./find-value.ts";

/** What there is to know of a value of a chart. This is what `--output json` prints: absent parts are left out. */
export interface ValueExplanation {
  /** What it is about: `podinfo.image.tag`. */
  readonly topic: string;
  /** The chart and its version. */
  readonly chart: string;
  readonly type?: string | undefined;
  readonly text: string;
  readonly deprecated?: true | undefined;
  readonly default?: Json | undefined;
  /** What the releases of the fleet give it. */
  readonly releases: readonly GivenValue[];
  /** The keys in it. */
  readonly parts?: readonly ExplainedKey[] | undefined;
  /** It may hold other keys too. */
  readonly open?: true | undefined;
}

/** What a release gives a value. */
export interface GivenValue {
  readonly cluster: string;
  readonly release: string;
  /** Whether it is given, not given, or nobody can tell: a secret, or something that is known later. */
  readonly state: "given" | "default" | "unknown";
  readonly value?: Json | undefined;
}

/** A key of an object. */
export interface ExplainedKey {
  readonly name: string;
  readonly type?: string | undefined;
  readonly text: string;
  /** What is in it. */
  readonly keys?: readonly string[] | undefined;
}

/** Says what a value of a chart is. */
export function explainValue(
  place: ValuePlace,
  about: { readonly release: string; readonly chart: string; readonly releases: readonly GivenValue[] },
): ValueExplanation {
  const { facts, keys } = place;
  const parts = keysBelow(place).map((key) => explainKey(place, key));
  return {
    topic: topicOf(about.release, keys),
    chart: about.chart,
    type: facts.type,
    text: facts.doc ?? "",
    deprecated: facts.deprecated,
    // Of an object, each key has its own.
    default: parts.length > 0 ? undefined : place.default,
    releases: parts.length > 0 ? [] : about.releases,
    parts: parts.length > 0 ? parts : undefined,
    open: facts.open,
  };
}

function explainKey(place: ValuePlace, name: string): ExplainedKey {
  const below = placeBelow(place, name);
  const keys = below && keysBelow(below);
  const [first = ""] = (below?.facts.doc ?? "").split("\n\n");
  return { name, type: below?.facts.type, text: firstSentence(first), keys: keys?.length === 0 ? undefined : keys };
}
