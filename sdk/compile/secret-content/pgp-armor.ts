import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { pgpPackets, type SecretKeyPacket } from "./pgp-packets.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What is known of an armored PGP key beside its key. */
export interface PgpArmorAbout {
  readonly key: string;
  /** Which half it has to be. */
  readonly half: "public" | "private";
  /** How bad the other half is. Default: an error. */
  readonly otherHalf?: "warning" | undefined;
  /** Whether there is a passphrase for it; `undefined` where that is not known. */
  readonly hasPassphrase?: boolean | undefined;
}

const ARMOR =
  /(?:^|\n)-----BEGIN PGP (PUBLIC|PRIVATE) KEY BLOCK-----[ \t\r]*\n([\s\S]*?)\n-----END PGP \1 KEY BLOCK-----/;

/** Reads a PGP key in ASCII armor. */
export function checkPgpArmor(text: string, about: PgpArmorAbout): SecretProblem | undefined {
  const { key, half, otherHalf, hasPassphrase } = about;
  const [, label, body = ""] = ARMOR.exec(text) ?? [];
  const hint = `give what "gpg --armor ${half === "public" ? "--export" : "--export-secret-keys"} KEY" prints`;
  if (label === undefined) return { key, message: `holds no ${half} PGP key in ASCII armor`, hint };
  if (label.toLowerCase() !== half) {
    return { key, message: `holds a ${label.toLowerCase()} PGP key`, hint, severity: otherHalf };
  }
  const packets = pgpPackets(contentOf(body));
  if (!packets) return { key, message: "holds a PGP key that is cut short or broken", hint };
  if (hasPassphrase !== false || !isLocked(packets)) return undefined;
  return {
    key,
    message: "is a PGP key with a passphrase, and there is none for it",
    hint: "give a key without a passphrase, made for Flux alone; its passphrase is removed by: gpg --edit-key KEY passwd",
    severity: "warning",
  };
}

/** The bytes of armor, without its headers and its checksum. */
function contentOf(body: string): Uint8Array {
  const lines = body.split(/\r?\n/);
  const start = lines.findIndex((line) => line.trim() === "") + 1;
  const content = lines.slice(start).filter((line) => !line.startsWith("="));
  return bytesOfBase64(content.join("").replaceAll(/\s/g, "")) ?? new Uint8Array();
}

/** Says whether every secret that is there can only be read with a passphrase. */
function isLocked(packets: readonly SecretKeyPacket[]): boolean {
  const there = packets.filter(({ protection }) => protection !== "elsewhere");
  return there.length > 0 && there.every(({ protection }) => protection === "passphrase");
}
