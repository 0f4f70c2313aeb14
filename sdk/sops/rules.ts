import { goPattern, type Matcher } from "./pattern.ts";
import { plainData } from "./plain-data.ts";
import { readTree, type TextProblem } from "./read-tree.ts";
import type { KeyGroup } from "./recipient.ts";
import { groupsOf, RefusedSetting } from "./rule-recipients.ts";
import { DEFAULT_SELECTION, SELECTORS, type Selection, selectorOf } from "./selection.ts";
import { entryOf, type SopsMap, type SopsValue } from "./tree.ts";

/** How a file is to be encrypted. */
export interface SopsRule {
  readonly type: "rule";
  readonly keyGroups: readonly KeyGroup[];
  /** How many groups it takes to read a file. Default: all of them. */
  readonly shamirThreshold?: number | undefined;
  readonly selection: Selection;
  readonly macOnlyEncrypted: boolean;
  /** Where it stands in `.sops.yaml`. */
  readonly line?: number | undefined;
}

/** A rule with which SOPS encrypts nothing. */
export interface BrokenRule {
  readonly type: "broken";
  readonly problem: TextProblem;
}

/** What `.sops.yaml` says of files that are to be encrypted. */
export interface SopsConfig {
  readonly rules: readonly { readonly matches: Matcher; readonly rule: SopsRule | BrokenRule }[];
}

export type ReadSopsConfig =
  | { readonly type: "read"; readonly config: SopsConfig }
  /** SOPS cannot read it, whichever file is to be encrypted. */
  | { readonly type: "invalid"; readonly problems: readonly TextProblem[] };

/** Reads `.sops.yaml`. */
export function readSopsConfig(text: string): ReadSopsConfig {
  const tree = readTree(text);
  if (tree.type === "invalid") return { type: "invalid", problems: [tree.problem] };
  const entry = tree.documents[0] && entryOf(tree.documents[0], "creation_rules");
  const rules = entry?.value ?? { type: "null" };
  if (rules.type === "null") return { type: "read", config: { rules: [] } };
  if (rules.type !== "list") return invalid("creation_rules is no list", "write each rule behind a dash", entry?.line);
  const items = rules.items.filter((item): item is SopsValue => item.type !== "comment");
  if (!items.every((item): item is SopsMap => item.type === "map"))
    return invalid(
      "a creation rule is no map",
      "write the settings of the rule, such as path_regex and age",
      entry?.line,
    );
  return { type: "read", config: { rules: items.map(readRule) } };
}

function invalid(message: string, hint: string, line: number | undefined): ReadSopsConfig {
  return { type: "invalid", problems: [{ message, hint, line }] };
}

/** The rule for a file, by its path from the folder of `.sops.yaml`: the first that matches. */
export function ruleFor({ rules }: SopsConfig, path: string): SopsRule | BrokenRule | undefined {
  return rules.find(({ matches }) => matches(path))?.rule;
}

function readRule(map: SopsMap): SopsConfig["rules"][number] {
  const settings = plainData(map);
  const { path_regex: pattern } = settings;
  const line = map.items.find((item) => item.type === "entry")?.line;
  const broken = (message: string, hint: string, setting?: string): BrokenRule => ({
    type: "broken",
    problem: { message, hint, line: (setting === undefined ? undefined : entryOf(map, setting)?.line) ?? line },
  });
  const matches = pattern === undefined || pattern === null || pattern === "" ? () => true : goPattern(String(pattern));
  // SOPS stops at it, whatever it looks for.
  if (matches === undefined)
    return {
      matches: () => true,
      rule: broken(
        `path_regex ${JSON.stringify(pattern)} is no regular expression of Go`,
        "write one that Go takes",
        "path_regex",
      ),
    };
  try {
    return { matches, rule: { type: "rule", ...readSettings(settings), line } };
  } catch (thrown) {
    if (!(thrown instanceof RefusedSetting)) throw thrown;
    return { matches, rule: broken(thrown.message, thrown.hint, thrown.setting) };
  }
}

function readSettings(settings: Readonly<Record<string, unknown>>): Omit<SopsRule, "type" | "line"> {
  const selectors = SELECTORS.filter(
    (name) => settings[name] !== undefined && settings[name] !== null && settings[name] !== "",
  );
  const [by, second] = selectors;
  if (second !== undefined)
    throw new RefusedSetting(
      `${selectors.join(" and ")} stand in one rule`,
      "keep one of them: SOPS takes no two",
      second,
    );
  const pattern = by && String(settings[by]);
  if (by?.endsWith("_regex") && goPattern(pattern ?? "") === undefined)
    throw new RefusedSetting(
      `${by} ${JSON.stringify(pattern)} is no regular expression of Go`,
      "write one that Go takes",
      by,
    );
  const keyGroups = groupsOf(settings);
  return {
    keyGroups,
    shamirThreshold: readThreshold(settings["shamir_threshold"], keyGroups.length),
    selection: by === undefined ? DEFAULT_SELECTION : { by, pattern: pattern ?? "" },
    macOnlyEncrypted: readFlag(settings["mac_only_encrypted"]),
  };
}

function readThreshold(value: unknown, groups: number): number | undefined {
  if (value === undefined || value === null || value === 0) return undefined;
  const isFitting = Number.isInteger(value) && (groups === 1 || (Number(value) >= 2 && Number(value) <= groups));
  if (isFitting) return Number(value);
  throw new RefusedSetting(
    `shamir_threshold is ${JSON.stringify(value)}, and there are ${groups} key groups`,
    `write a number from 2 to ${groups}, or leave it out for all of them`,
    "shamir_threshold",
  );
}

/** Where a flag is wanted, Go's parser takes the words of YAML 1.1 too. */
function readFlag(value: unknown): boolean {
  if (value === undefined || value === null || typeof value === "boolean") return value ?? false;
  if (typeof value === "string" && /^(?:y|yes|on)$/i.test(value)) return true;
  if (typeof value === "string" && /^(?:n|no|off)$/i.test(value)) return false;
  throw new RefusedSetting("mac_only_encrypted is no boolean", "write true or false", "mac_only_encrypted");
}

/** Places in a manifest that Flux and people have to read, and places that hold what is secret. */
const READABLE = [
  ["apiVersion"],
  ["kind"],
  ["metadata"],
  ["metadata", "name"],
  ["metadata", "namespace"],
  ["metadata", "labels", "a"],
];
const SECRET = [
  ["data", "a"],
  ["stringData", "a"],
];

/** Says whether a rule leaves readable what Flux has to read of a Secret, and nothing that it holds. */
export function encryptsOnlyValues({ selection }: Pick<SopsRule, "selection">): boolean {
  const isSelected = selectorOf(selection);
  const isEncrypted = (keys: readonly string[]) => isSelected({ keys, comments: keys.map(() => []), isComment: false });
  return SECRET.every(isEncrypted) && !READABLE.some(isEncrypted);
}
