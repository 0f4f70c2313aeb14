/** A secret key or a secret subkey of PGP. */
export interface SecretKeyPacket {
  /** `elsewhere`: only its public half is here, the secret is on a card or was taken out. */
  readonly protection: "none" | "passphrase" | "elsewhere" | "unknown";
}

const SECRET_KEY = 5;
const SECRET_SUBKEY = 7;

/** The secret keys among the packets of PGP. `undefined` where the bytes are no packets, or none of them is a key. */
export function pgpPackets(bytes: Uint8Array): readonly SecretKeyPacket[] | undefined {
  const keys: SecretKeyPacket[] = [];
  let at = 0;
  let isFirst = true;
  while (at < bytes.length) {
    const header = headerAt(bytes, at);
    // Every key begins with its primary one, public or secret.
    if (!header || (isFirst && header.tag !== SECRET_KEY && header.tag !== 6)) return undefined;
    const end = header.start + header.length;
    if (end > bytes.length) return undefined;
    if (header.tag === SECRET_KEY || header.tag === SECRET_SUBKEY) {
      keys.push({ protection: protectionOf(bytes.subarray(header.start, end)) });
    }
    at = end;
    isFirst = false;
  }
  return isFirst ? undefined : keys;
}

interface Header {
  readonly tag: number;
  readonly start: number;
  readonly length: number;
}

/** Both forms of a packet's header. A packet in pieces is none of a key. */
function headerAt(bytes: Uint8Array, at: number): Header | undefined {
  const first = bytes[at] ?? 0;
  if ((first & 0x80) === 0) return undefined;
  const number = (start: number, count: number): number =>
    bytes.subarray(start, start + count).reduce((sum, byte) => sum * 256 + byte, 0);
  if ((first & 0x40) === 0) {
    const count = [1, 2, 4][first & 0x03];
    if (count === undefined) return undefined;
    return { tag: (first >> 2) & 0x0f, start: at + 1 + count, length: number(at + 1, count) };
  }
  const tag = first & 0x3f;
  const one = bytes[at + 1] ?? 0;
  if (one < 192) return { tag, start: at + 2, length: one };
  if (one < 224) return { tag, start: at + 3, length: (one - 192) * 256 + (bytes[at + 2] ?? 0) + 192 };
  return one === 255 ? { tag, start: at + 6, length: number(at + 2, 4) } : undefined;
}

/** How many numbers the public half of each algorithm has: RSA, ElGamal, DSA. */
const NUMBERS: Readonly<Record<number, number | undefined>> = { 1: 2, 2: 2, 3: 2, 16: 3, 17: 4 };

function protectionOf(body: Uint8Array): SecretKeyPacket["protection"] {
  if (body[0] !== 4) return "unknown";
  const start = behindPublicHalf(body);
  const usage = start === undefined ? undefined : body[start];
  if (start === undefined || usage === undefined) return "unknown";
  if (usage === 0) return "none";
  // Where the secret is somewhere else, GnuPG writes a way of its own to make a key of a passphrase.
  return (usage === 254 || usage === 255) && body[start + 2] === 101 ? "elsewhere" : "passphrase";
}

/** Where the secret half of a key of version 4 begins: behind version, time and algorithm, and its public numbers. */
function behindPublicHalf(body: Uint8Array): number | undefined {
  const algorithm = body[5] ?? 0;
  const count = NUMBERS[algorithm];
  if (count !== undefined) return behindNumbers(body, 6, count);
  // Keys of curves: the identifier of the curve, a point, and for ECDH the parameters of its derivation.
  if (algorithm !== 18 && algorithm !== 19 && algorithm !== 22) return undefined;
  const point = behindNumbers(body, 7 + (body[6] ?? 0), 1);
  return algorithm === 18 ? point + 1 + (body[point] ?? 0) : point;
}

function behindNumbers(body: Uint8Array, start: number, count: number): number {
  let at = start;
  for (let index = 0; index < count; index++) {
    at += 2 + Math.ceil(((body[at] ?? 0) * 256 + (body[at + 1] ?? 0)) / 8);
  }
  return at;
}
