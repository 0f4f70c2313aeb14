import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { sshKeyType } from "../../model/keys/ssh-public-key.ts";
import type { SecretProblem } from "./secret-problem.ts";
import { hmacSha1 } from "./sha1.ts";

/** What is known of a text of known_hosts beside its key. */
export interface KnownHostsAbout {
  readonly key: string;
  /** The host of the URL that it is for: one of its lines has to name it. */
  readonly host?: string | undefined;
  /** The port of that URL. Default: `22`. */
  readonly port?: string | undefined;
}

interface Entry {
  readonly pattern: string;
  readonly isRevoked: boolean;
}

/** Reads known_hosts as source-controller does: one line that it cannot read fails all of them. */
export function checkKnownHosts(text: string, { key, host, port = "22" }: KnownHostsAbout): SecretProblem | undefined {
  const entries: Entry[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const entry = readLine(trimmed);
    if (typeof entry === "string") {
      return {
        key,
        message: `has a line that is none of known_hosts: in line ${index + 1}, ${entry}`,
        hint: 'give what "ssh-keyscan HOST" prints: the host, the type of the key and the key, one host a line',
      };
    }
    entries.push(entry);
  }
  const known = entries.filter(({ isRevoked }) => !isRevoked);
  if (known.length === 0) {
    return { key, message: "knows no host", hint: `give what "ssh-keyscan ${host ?? "HOST"}" prints` };
  }
  if (host === undefined || known.some(({ pattern }) => isFor(pattern, host, port))) return undefined;
  const wanted = port === "22" ? host : `[${host}]:${port}`;
  return {
    key,
    message: `has no line for ${JSON.stringify(wanted)}, so no key of that host is trusted`,
    hint: `add what "ssh-keyscan ${port === "22" ? "" : `-p ${port} `}${host}" prints, after you compared its key with the one that the host publishes`,
  };
}

/** What a line says, or what is wrong with it. */
function readLine(line: string): Entry | string {
  const words = line.split(/[ \t]+/);
  const marker = words[0] === "@cert-authority" || words[0] === "@revoked" ? words.shift() : undefined;
  const [pattern = "", type, blob] = words;
  if (type === undefined) return "there is nothing behind the host";
  if (blob === undefined) return "there is no key behind its type";
  if (sshKeyType(blob) === undefined) return "the third word is no public key";
  const problem = pattern.startsWith("|") ? hashProblem(pattern) : patternProblem(pattern);
  return problem ?? { pattern, isRevoked: marker === "@revoked" };
}

function hashProblem(pattern: string): string | undefined {
  const [, type, salt = "", hash = "", ...rest] = pattern.split("|");
  if (type === "1" && rest.length === 0 && bytesOfBase64(salt) && bytesOfBase64(hash)) return undefined;
  return "the hash of the host cannot be read";
}

function patternProblem(pattern: string): string | undefined {
  const parts = pattern.split(",").filter((part) => part !== "");
  if (parts.includes("!")) return '"!" stands in front of no host';
  const isOpen = parts.some((part) => /^!?\[/.test(part) && !/^!?\[[^\]]*\]:[^:]*$/.test(part));
  return isOpen ? 'a host in "[" and "]" needs a port behind it' : undefined;
}

/** Says whether the first word of a line means a host. */
function isFor(pattern: string, host: string, port: string): boolean {
  if (pattern.startsWith("|")) return isHashOf(pattern, host, port);
  const matching = pattern
    .split(",")
    .filter((part) => part !== "")
    .filter((part) => {
      const [name, itsPort] = splitPort(part.replace(/^!/, ""));
      return itsPort === port && wildcard(name).test(host);
    });
  return matching.length > 0 && !matching.some((part) => part.startsWith("!"));
}

/** A port stands behind the only colon, or behind brackets. */
function splitPort(part: string): readonly [string, string] {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(part) ?? [];
  return port === undefined ? [part, "22"] : [bracketed ?? plain ?? "", port];
}

/** `*` and `?` have no regard for dots. */
function wildcard(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll(/\*+/g, ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s");
}

function isHashOf(pattern: string, host: string, port: string): boolean {
  const [, , salt = "", hash = ""] = pattern.split("|");
  const [saltBytes, hashBytes] = [bytesOfBase64(salt), bytesOfBase64(hash)];
  const name = new TextEncoder().encode(port === "22" ? host : `[${host}]:${port}`);
  return saltBytes !== undefined && String(hmacSha1(saltBytes, name)) === String(hashBytes);
}
