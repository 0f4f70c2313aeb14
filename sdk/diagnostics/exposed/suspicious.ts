import { isPlaceholder } from "./placeholder.ts";
import { isRandom } from "./random-text.ts";

/** What a name ends with whose value should be secret. */
const NAME =
  /(?:password|passwd|passphrase|apikey|apitoken|accesstoken|authtoken|bearertoken|bottoken|refreshtoken|clientsecret|appsecret|cookiesecret|hmacsecret|jwtsecret|sessionsecret|sharedsecret|webhooksecret|secretaccesskey|secretkey|privatekey|encryptionkey|signingkey|masterkey)$/;

/** Short words that say it only where they stand alone in a name. */
const WORD = /(?:^|[_.\-\s]|[a-z](?=[PT]))(?:pass|pwd|token|PASS|PWD|TOKEN|Pass|Pwd|Token)$/;

/** What a name ends with whose value often names a Secret or a key of one: only a value that nobody would call one so counts. */
const OFTEN_NAMES = /(?:key|secret|token)$/i;

const known = new Map<string, boolean>();
const MOST_KNOWN = 10_000;

/** Says whether a field's name asks for a value that is secret: `password`, `API_TOKEN`. Names repeat, so it is remembered. */
export function isSecretName(name: string): boolean {
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const isSecret = NAME.test(name.toLowerCase().replace(/[^a-z0-9]/g, "")) || WORD.test(name);
  if (known.size < MOST_KNOWN) known.set(name, isSecret);
  return isSecret;
}

/** Says whether a value under such a name is written out: no reference, no path, no name of something and nothing to be filled in. */
export function isWrittenOut(name: string, value: string): boolean {
  if (/\s/.test(value.trim()) || isPlaceholder(value)) return false;
  // A path or a file, and the names of variables and of keys in Secrets.
  if (/^[./~]|\.[a-z]{2,5}$|^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(value)) return false;
  if (/(?:secret|token|passw|cred|auth|key)/i.test(value) && /^[\w.-]+$/.test(value) && !isRandom(value)) return false;
  return !OFTEN_NAMES.test(name) || (value.length >= 12 && isRandom(value));
}
