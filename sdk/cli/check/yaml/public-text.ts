import { checkKnownHosts } from "../../../compile/secret-content/known-hosts.ts";
import { pemBlocks } from "../../../model/keys/pem.ts";
import { sshKeyType } from "../../../model/keys/ssh-public-key.ts";

/** Whose keys hold what everybody may read, whatever it is. */
const PUBLIC_NAMES = /^(?:trusted_root\.json|trustpolicy\.json)$/;
/** What PEM and OpenPGP call what everybody may read. */
const PUBLIC_LABELS =
  /^(?:.* )?(?:CERTIFICATE|CERTIFICATE REQUEST|PUBLIC KEY|PUBLIC KEY BLOCK|X509 CRL|DH PARAMETERS)$/;

/** Says of a value of a Secret whether it is certain that everybody may read it: certificates, public keys, keys of hosts. */
export function isPublicText(key: string, text: string): boolean {
  return PUBLIC_NAMES.test(key) || isPublicPem(text) || isSshKeys(text) || checkKnownHosts(text, { key }) === undefined;
}

function isPublicPem(text: string): boolean {
  const labels = [...text.matchAll(/-----BEGIN ([^\n-]*)-----/g)].map(([, label = ""]) => label);
  if (labels.length === 0 || !labels.every((label) => PUBLIC_LABELS.test(label))) return false;
  // What stands beside the blocks is described by nothing. OpenPGP's blocks end in a checksum, which is none of PEM's.
  const outside = text.replaceAll(/-----BEGIN ([^\n-]*)-----[^-]*-----END \1-----/g, "");
  return outside.trim() === "" || (pemBlocks(text).length === labels.length && /^(?:\s*#.*)*\s*$/.test(outside));
}

function isSshKeys(text: string): boolean {
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#"));
  return lines.length > 0 && lines.every((line) => sshKeyType(line.trim().split(/\s+/)[1] ?? "") !== undefined);
}
