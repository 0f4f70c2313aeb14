/** The checksum of ZIP and PNG, over text in ASCII. Some tokens end with theirs, so that a mistyped one is known for none. */
export function crc32(text: string): number {
  table ??= makeTable();
  let sum = ~0;
  for (let at = 0; at < text.length; at++) sum = (table[(sum ^ text.charCodeAt(at)) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

let table: Uint32Array | undefined;

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let entry = byte;
    for (let bit = 0; bit < 8; bit++) entry = entry & 1 ? 0xedb88320 ^ (entry >>> 1) : entry >>> 1;
    return entry;
  });
}
