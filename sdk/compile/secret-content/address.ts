import { readUrl } from "../check-syntax/url.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What is known of an address beside its key. */
export interface AddressAbout {
  readonly key: string;
  /** The schemes that are taken. Default: all. */
  readonly schemes?: readonly string[] | undefined;
}

/** Flux reads no more of an address. */
const LONGEST = 2048;

/** Reads the URL of a proxy or of a webhook. */
export function checkAddress(text: string, { key, schemes }: AddressAbout): SecretProblem | undefined {
  const example = `give a URL such as "${schemes?.[0] ?? "https"}://example.com"`;
  if (text === "") return { key, message: "is empty", hint: example };
  if (text.length > LONGEST) return { key, message: `is longer than ${LONGEST} characters`, hint: example };
  const [, scheme] = /^([A-Za-z][A-Za-z\d+.-]*):\/\//.exec(text) ?? [];
  if (/[\r\n]$/.test(text)) {
    return {
      key,
      message: "ends in a line break, so it is no URL",
      hint: "read it with fromFile(path, { trim: true })",
    };
  }
  if (schemes && !schemes.includes(scheme?.toLowerCase() ?? "")) {
    const list = schemes.map((name) => `${name}://`).join(", ");
    return { key, message: `does not start with one of ${list}`, hint: example };
  }
  // A cluster of servers may be listed, with commas.
  return scheme !== undefined && !text.includes(",") && readUrl(text)
    ? { key, message: "is no URL", hint: example }
    : undefined;
}
