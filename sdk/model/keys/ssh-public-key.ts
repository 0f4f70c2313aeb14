import { bytesOfBase64 } from "./base64.ts";
import { SshReader } from "./ssh-wire.ts";

/** The fields behind the name of each type of key that Go's SSH library reads. */
const FIELDS: Readonly<Record<string, number>> = {
  "ssh-rsa": 2,
  "ssh-dss": 4,
  "ecdsa-sha2-nistp256": 2,
  "ecdsa-sha2-nistp384": 2,
  "ecdsa-sha2-nistp521": 2,
  "ssh-ed25519": 1,
  "sk-ssh-ed25519@openssh.com": 2,
  "sk-ecdsa-sha2-nistp256@openssh.com": 3,
};

/** The type of the public key that a text in base64 holds; `undefined` when it holds none that Go's SSH library reads. */
export function sshKeyType(base64: string): string | undefined {
  const bytes = bytesOfBase64(base64);
  if (!bytes) return undefined;
  const reader = new SshReader(bytes);
  const type = reader.text();
  if (type === undefined) return undefined;
  // Certificates have fields of many forms.
  if (/-cert-v01@openssh\.com$/.test(type)) return type;
  if (!Object.hasOwn(FIELDS, type)) return undefined;
  const count = FIELDS[type] ?? 0;
  for (let index = 0; index < count; index++) if (reader.bytes() === undefined) return undefined;
  return reader.isAtEnd ? type : undefined;
}
