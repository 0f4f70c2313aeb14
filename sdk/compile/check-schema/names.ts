import type { NameRule } from "../../model/kind-definition.ts";

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_WITH_LETTER = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const KEY = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;

/** Longest parts of a domain, and of what looks like one. */
export const LABEL_LENGTH = 63;
const SUBDOMAIN_LENGTH = 253;

/** Says whether a name is one that objects of a kind may have. */
export function isName(name: string, rule: NameRule): boolean {
  switch (rule) {
    case "subdomain":
      return isSubdomain(name);
    case "label":
      return isLabel(name);
    case "label-with-letter":
      return name.length <= LABEL_LENGTH && LABEL_WITH_LETTER.test(name);
    case "path-segment":
      return name !== "." && name !== ".." && !name.includes("/") && !name.includes("%");
  }
}

/** What a name has to be, behind "write". */
export const NAMES_TAKE: Readonly<Record<NameRule, string>> = {
  subdomain: 'at most 253 lower-case letters, digits, "-" and ".", with a letter or digit at both ends',
  label: 'at most 63 lower-case letters, digits and "-", with a letter or digit at both ends',
  "label-with-letter":
    'at most 63 lower-case letters, digits and "-", with a letter at the start and no "-" at the end',
  "path-segment": 'a name without "/" and "%"',
};

/** A name of the same words that would do, if there is one. */
export function repairedName(name: string, rule: NameRule): string | undefined {
  const kept = rule === "subdomain" ? /[^a-z0-9.]+/g : /[^a-z0-9]+/g;
  const repaired = name
    .slice(0, SUBDOMAIN_LENGTH)
    .toLowerCase()
    .replace(kept, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return repaired !== "" && repaired !== name && isName(repaired, rule) ? repaired : undefined;
}

/** A label of a domain, as the names of namespaces are. */
export function isLabel(text: string): boolean {
  return text.length <= LABEL_LENGTH && LABEL.test(text);
}

/** Labels with dots between them, as most names are. */
function isSubdomain(text: string): boolean {
  return text.length <= SUBDOMAIN_LENGTH && SUBDOMAIN.test(text);
}

/** The key of a label: a name, and a domain and `/` before it if it is not the author's own. */
export function isQualifiedName(text: string): boolean {
  const slash = text.indexOf("/");
  const name = slash < 0 ? text : text.slice(slash + 1);
  if (name.length > LABEL_LENGTH || !KEY.test(name)) return false;
  return slash < 0 || isSubdomain(text.slice(0, slash));
}

/** The value of a label. */
export function isLabelValue(text: string): boolean {
  return text === "" || (text.length <= LABEL_LENGTH && KEY.test(text));
}
