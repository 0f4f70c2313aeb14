/** Reads what SSH puts on the wire and into its files: a length of four bytes, and so many bytes. */
export class SshReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** A number of four bytes; `undefined` when there are fewer. */
  number(): number | undefined {
    const bytes = this.#take(4);
    return bytes && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  }

  /** Bytes with their length in front; `undefined` when there are fewer. */
  bytes(): Uint8Array | undefined {
    const length = this.number();
    return length === undefined ? undefined : this.#take(length);
  }

  /** A text of ASCII. */
  text(): string | undefined {
    const bytes = this.bytes();
    return bytes && String.fromCharCode(...bytes.subarray(0, 1024));
  }

  #take(length: number): Uint8Array | undefined {
    const end = this.#at + length;
    if (end > this.#bytes.length) return undefined;
    const bytes = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return bytes;
  }
}

/** The bytes of fields, each with its length in front. */
export function sshFields(...fields: readonly (string | Uint8Array)[]): Uint8Array {
  const parts = fields.map((field) =>
    typeof field === "string" ? Uint8Array.from(field, (character) => character.charCodeAt(0)) : field,
  );
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    view.setUint32(at, part.length);
    bytes.set(part, at + 4);
    at += 4 + part.length;
  }
  return bytes;
}
