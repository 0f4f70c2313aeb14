import { hasControlCharacter } from "./control-character.ts";
import type { SyntaxProblem } from "./syntax-problem.ts";

/** Reads a URL as Go does, and asks for a host: where there is none, nothing can be fetched. */
export function readUrl(text: string): SyntaxProblem | undefined {
  const [, scheme, authority = "", rest = ""] = /^([A-Za-z][A-Za-z\d+.-]*):\/\/([^/?#]*)(.*)$/s.exec(text) ?? [];
  // What has another form is left to the pattern of the field.
  if (scheme === undefined) return undefined;
  const problem = strangeCharacter(text) ?? strangeHost(authority) ?? strangeEscape(rest);
  if (problem === undefined) return undefined;
  return { problem: `is no URL: ${problem}`, hint: adviceOn(scheme, authority, rest) };
}

function strangeCharacter(text: string): string | undefined {
  // Go looks at what is in front of the fragment.
  const [looked = ""] = text.split("#", 1);
  return hasControlCharacter(looked) ? "it holds a line break or another control character" : undefined;
}

function strangeHost(authority: string): string | undefined {
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (host === "") return "it names no host";
  if (host.startsWith("[") && !host.includes("]")) return 'a "]" is missing';
  const port = host.startsWith("[") ? host.slice(host.indexOf("]") + 1) : /:[^:]*$/.exec(host)?.[0];
  // What stands there is not shown: it may be a part of a password.
  if (port !== undefined && !/^(?::\d*)?$/.test(port)) return "a port has to stand behind the last colon of its host";
  const strange = /[ \\^`{|}]/.exec(host)?.[0];
  return strange === undefined ? undefined : `its host holds ${JSON.stringify(strange)}`;
}

function strangeEscape(rest: string): string | undefined {
  const [path = ""] = rest.split(/[?#]/);
  return /%(?![\dA-Fa-f]{2})/.test(path) ? '"%" has to be followed by two hexadecimal digits' : undefined;
}

/** The short form of `git clone` behind a scheme is the usual mistake. */
function adviceOn(scheme: string, authority: string, rest: string): string {
  const [, host, folder] = /^((?:\w+@)?[\w-]+(?:\.[\w-]+)+):([A-Za-z_~][\w.~-]*)$/.exec(authority) ?? [];
  if (host === undefined || rest.includes("@")) return `write a URL such as "${scheme}://example.com/path"`;
  return `write ${JSON.stringify(`${scheme}://${host}/${folder}${rest}`)}`;
}
