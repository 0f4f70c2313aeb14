import { bytesOfBase64 } from "./base64.ts";

/** A block of PEM. */
export interface PemBlock {
  /** What stands behind `BEGIN`: `CERTIFICATE`, `RSA PRIVATE KEY`. */
  readonly label: string;
  /** Whether its headers say that the content is encrypted. */
  readonly isEncrypted: boolean;
  readonly bytes: Uint8Array;
}

const BLOCK =
  /(?:^|\n)-----BEGIN ([^\n]*?)-----[ \t\r]*\n((?:(?!-----)[^\n]*\n)*)-----END ([^\n]*?)-----[ \t\r]*(?=\n|$)/g;
const HEADERS = /^(?:[^\n:]+:[^\n]*\n)+/;

/** The blocks of a text that Go reads: a line of its own begins each of them, and what cannot be read is passed over. */
export function pemBlocks(text: string): readonly PemBlock[] {
  const blocks: PemBlock[] = [];
  for (const [, label = "", content = "", end] of text.matchAll(BLOCK)) {
    if (label !== end) continue;
    const headers = HEADERS.exec(content)?.[0] ?? "";
    const bytes = bytesOfBase64(content.slice(headers.length).replaceAll(/[ \t]/g, ""));
    if (bytes) blocks.push({ label, isEncrypted: /^Proc-Type:.*ENCRYPTED/m.test(headers), bytes });
  }
  return blocks;
}
