/** Why our line and the server's are not the same. The server's verdict is given in any case; most differ in where it points. */
export const REASONS = {
  "the entry of a map":
    "The server names `metadata.labels`, `annotations` or `finalizers` as a whole; we name the entry.",
  "the struct's field": "What cannot be decoded at all the server calls by the field of its own type: `labels`.",
  "below a scalar":
    "Where an object stands for a scalar the server reports the object's fields as unknown; we say that it is no object.",
  "said twice": "The server says of a fraction that it is no integer, and then, without a place, that it is not valid.",
  "extended where Flux runs":
    "The operator adds kinds to this enum where it installs Flux, so a value that the CRD lacks is no error of ours.",
} as const;

/** Why two verdicts differ. */
export type Reason = keyof typeof REASONS;

/** Says why our line differs from the server's; `undefined` where no reason fits. */
export function reasonOf(ours: string, server: string): Reason | undefined {
  if (ours === "" && OPEN_ENUMS.includes(server)) return "extended where Flux runs";
  if (ours === "" || server === "") return undefined;
  if (server === `! ${ours}`) return "said twice";
  if (/^!(labels|annotations)$/.test(server) && wholeMap(ours) === `!metadata.${server.slice(1)}`)
    return "the struct's field";
  if (wholeMap(ours) === server) return "the entry of a map";
  if (ours.startsWith("!") && !ours.includes(" ") && server === `?${ours.slice(1)}.app`) return "below a scalar";
  return undefined;
}

const OPEN_ENUMS = ["!spec.resources[0].kind", "!spec.eventSources[0].kind"];

function wholeMap(line: string): string {
  return line.replace(/^(!metadata\.(?:labels|annotations|finalizers))[.[].*$/, "$1");
}
