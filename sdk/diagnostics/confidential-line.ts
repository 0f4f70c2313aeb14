import { withoutSecrets } from "./exposed/without-secrets.ts";

/** A call that makes a Secret or a value of one, a field or a kind of one, or a private key. */
const SECRET =
  /\b(?!notSecret\b)(?:secret|secretValue|secretText|\w+Secret)\s*[(`]|\bstringData\b|\bkind["'`]?\s*:\s*["'`]Secret|-----BEGIN [A-Z0-9 ]*PRIVATE KEY/;

/** A text that is given to something which is called like a password. */
const PASSWORD =
  /\b\w*(?:password|passwd|passphrase|token|api_?key|private_?key|secret_?key|client_?secret)\w*["'`]?\]?\s*[:=]\s*["'`]/i;

/** A URL with a name and a password, or a token in the place of the name. What is filled in later is none. */
const URL_WITH_PASSWORD = /:\/\/[^\s/@:"'`]*:(?!\$\{)[^\s/@"'`]+@|https?:\/\/(?!\$\{)[^\s/@"'`]+@/i;

/**
 * Says whether a line of a program may hold a secret's value, so that it is not shown. Whatever a diagnostic is about: a line may
 * hold more than what is wrong with it.
 */
export function isConfidentialLine(line: string): boolean {
  return SECRET.test(line) || PASSWORD.test(line) || URL_WITH_PASSWORD.test(line) || withoutSecrets(line) !== line;
}
