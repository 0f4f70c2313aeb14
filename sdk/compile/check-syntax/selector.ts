import type { SyntaxProblem } from "./syntax-problem.ts";

const NAME = /^[A-Za-z\d](?:[\w.-]{0,61}[A-Za-z\d])?$/;
const DOMAIN = /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/;

/** A requirement: a key alone, or with an operator and a value or a list of values. */
const REQUIREMENT =
  /^(?:(?<absent>!)\s*(?<missing>[^\s!=<>(),]+)|(?<key>[^\s!=<>(),]+)(?:\s+(?:not)?in\s*\((?<values>[^()]*)\)|\s*(?<operator>==?|!=|[<>])\s*(?<value>[^\s!=<>(),]*))?)$/;

/** Reads a selector over labels as it is written in one line: `app=web,tier in (front, back),!canary`. */
export function readSelector(text: string): SyntaxProblem | undefined {
  if (text.trim() === "") return undefined;
  for (const requirement of requirementsOf(text)) {
    const problem = problemOf(requirement.trim());
    if (problem !== undefined) {
      return { problem: `is no selector: ${problem}`, hint: 'write it as in "app=web,tier in (front, back),!canary"' };
    }
  }
  return undefined;
}

/** Reads the key of a label. */
export function readLabelKey(text: string): SyntaxProblem | undefined {
  if (isKey(text)) return undefined;
  return { problem: "is no key of a label", hint: 'write a name such as "app", or with a domain "example.com/app"' };
}

/** Reads the key of an annotation, in which upper case does not count. */
export function readAnnotationKey(text: string): SyntaxProblem | undefined {
  if (isKey(text.toLowerCase())) return undefined;
  return { problem: "is no key of an annotation", hint: 'write a name, with a domain: "example.com/note"' };
}

/** Reads the value of a label. */
export function readLabelValue(text: string): SyntaxProblem | undefined {
  if (isValue(text)) return undefined;
  return {
    problem: "is no value of a label",
    hint: 'write at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  };
}

/** Reads the operator of a requirement that is written in fields. */
export function readSelectorOperator(text: string): SyntaxProblem | undefined {
  if (["In", "NotIn", "Exists", "DoesNotExist"].includes(text)) return undefined;
  return { problem: "is no operator of a selector", hint: 'write "In", "NotIn", "Exists" or "DoesNotExist"' };
}

/** The parts between commas that stand outside of brackets. */
function requirementsOf(text: string): readonly string[] {
  return text.match(/(?:\([^()]*\)|[^,])+|^(?=,)|(?<=,)(?=,|$)/g) ?? [];
}

function problemOf(requirement: string): string | undefined {
  const groups = REQUIREMENT.exec(requirement)?.groups;
  if (groups === undefined)
    return requirement === "" ? "a requirement is missing" : `${JSON.stringify(requirement)} cannot be read`;
  const { missing, key = missing ?? "", values, operator, value } = groups;
  if (!isKey(key)) return `${JSON.stringify(key)} is no key of a label`;
  const given = values?.split(",").map((word) => word.trim()) ?? (value === undefined ? [] : [value]);
  if ((operator === "<" || operator === ">") && !/^[+-]?\d+$/.test(value ?? ""))
    return `"${operator}" compares whole numbers`;
  const wrong = given.find((word) => !isValue(word));
  return wrong === undefined ? undefined : `${JSON.stringify(wrong)} is no value of a label`;
}

function isKey(key: string): boolean {
  const [name = "", ...domain] = key.split("/").reverse();
  return NAME.test(name) && (domain.length === 0 || (domain.length === 1 && DOMAIN.test(domain[0] ?? "")));
}

function isValue(value: string): boolean {
  return value === "" || NAME.test(value);
}
