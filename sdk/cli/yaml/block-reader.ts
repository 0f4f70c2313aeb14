import { constantOf, plainScalar } from "../../model/plain-scalar.ts";
import { doubleQuoted, singleQuoted } from "./quoted-text.ts";
import type { DocumentRange } from "./ranges.ts";
import { UNUSUAL } from "./unusual.ts";

/** How deep blocks may be nested here. */
const DEPTH = 64;

const NEWLINE = 10;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;

/** What a plain word may not start with. */
const INDICATORS: ReadonlySet<string> = new Set("[]{},#&*!|>'\"%@`?:-");

/** Characters that no document has that is written by hand, and that parsers differ about. */
const ODD = /[^\n -~\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;

/** Says whether the documents of a text may be read here at all. */
export function isUsual(text: string): boolean {
  return !ODD.test(text);
}

/**
 * Makes a reader for documents of the sort that nearly everybody writes: blocks of maps and lists, values in a line, literal texts. Much
 * faster than a parser of the whole language, and never of another opinion: it gives up, with `undefined`, at anything else.
 */
export function blockReader(text: string): (range: DocumentRange) => { readonly data: unknown } | undefined {
  const reader = new BlockReader(text);
  return (range) => {
    try {
      return { data: reader.read(range) };
    } catch (thrown) {
      if (thrown === UNUSUAL) return undefined;
      throw thrown;
    }
  };
}

/** Stands at the content of a line. */
class BlockReader {
  readonly #text: string;
  #end = 0;
  /** Where the content of the line starts. */
  #at = 0;
  /** How far it is indented; -1 at the end. */
  #indent = 0;
  #depth = 0;
  /** The keys that were met without quotes: documents repeat them. */
  readonly #keys = new Map<string, string>();

  constructor(text: string) {
    this.#text = text;
  }

  read({ start, end }: DocumentRange): unknown {
    this.#end = end;
    this.#depth = 0;
    this.#toContent(start);
    if (this.#indent === 0 && this.#text.startsWith("---", this.#at)) this.#marker();
    if (this.#indent < 0) return null;
    const data = this.#block();
    if (this.#indent >= 0) throw UNUSUAL;
    return data;
  }

  /** The line that starts the document, with nothing else on it. */
  #marker(): void {
    const end = this.#lineEnd(this.#at);
    if (this.#text.slice(this.#at, end).trimEnd() !== "---") throw UNUSUAL;
    this.#toContent(end + 1);
  }

  /** Goes to the next line that holds more than a comment. */
  #toContent(lineStart: number): void {
    let at = lineStart;
    while (at < this.#end) {
      const start = at;
      while (at < this.#end && this.#text.charCodeAt(at) === SPACE) at++;
      const code = at < this.#end ? this.#text.charCodeAt(at) : NEWLINE;
      if (code !== NEWLINE && code !== HASH) {
        this.#at = at;
        this.#indent = at - start;
        return;
      }
      at = code === NEWLINE ? at + 1 : this.#lineEnd(at) + 1;
    }
    this.#at = this.#end;
    this.#indent = -1;
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf("\n", from);
    return end < 0 || end > this.#end ? this.#end : end;
  }

  /** Whether the position is an item's dash. */
  #isDash(at: number): boolean {
    if (this.#text.charCodeAt(at) !== DASH) return false;
    const next = at + 1 < this.#end ? this.#text.charCodeAt(at + 1) : NEWLINE;
    return next === SPACE || next === NEWLINE;
  }

  #block(): unknown {
    if (++this.#depth > DEPTH) throw UNUSUAL;
    const block = this.#isDash(this.#at) ? this.#list(this.#indent) : this.#map(this.#indent);
    this.#depth--;
    return block;
  }

  #map(indent: number): unknown {
    const map: Record<string, unknown> = {};
    while (this.#indent === indent) {
      const colon = this.#keyEnd(this.#at);
      if (colon < 0) throw UNUSUAL;
      const key = this.#key(this.#at, colon);
      if (Object.hasOwn(map, key)) throw UNUSUAL;
      map[key] = this.#value(colon + 1, indent, true);
    }
    if (this.#indent > indent) throw UNUSUAL;
    return map;
  }

  #list(indent: number): unknown {
    const items: unknown[] = [];
    while (this.#indent === indent && this.#isDash(this.#at)) {
      let at = this.#at + 1;
      while (at < this.#end && this.#text.charCodeAt(at) === SPACE) at++;
      if (!this.#isDash(at) && this.#keyEnd(at) < 0) {
        items.push(this.#value(this.#at + 1, indent, false));
        continue;
      }
      this.#indent += at - this.#at;
      this.#at = at;
      items.push(this.#block());
    }
    if (this.#indent > indent) throw UNUSUAL;
    return items;
  }

  /** Where the colon of a key is; -1 where there is no key, or none of the usual sort. */
  #keyEnd(from: number): number {
    let at = from;
    const quote = this.#text.charCodeAt(at);
    if (quote === QUOTE || quote === APOSTROPHE) {
      const end = this.#text.indexOf(quote === QUOTE ? '"' : "'", at + 1);
      if (end < 0 || end >= this.#lineEnd(from)) return -1;
      at = end + 1;
    } else while (at < this.#end && isOfWord(this.#text.charCodeAt(at))) at++;
    if (at === from || at >= this.#end || this.#text.charCodeAt(at) !== COLON) return -1;
    const next = at + 1 < this.#end ? this.#text.charCodeAt(at + 1) : NEWLINE;
    return next === SPACE || next === NEWLINE ? at : -1;
  }

  #key(from: number, colon: number): string {
    const word = this.#text.slice(from, colon);
    const known = this.#keys.get(word);
    if (known !== undefined) return known;
    const first = word.charCodeAt(0);
    if (first === QUOTE || first === APOSTROPHE) {
      const inner = word.slice(1, -1);
      if (inner.includes("\\") || inner === "__proto__") throw UNUSUAL;
      return inner;
    }
    // What is no text as a value is no text as a key either.
    if (!/^[A-Za-z_/]/.test(word) || constantOf(word) !== undefined || word === "__proto__") throw UNUSUAL;
    this.#keys.set(word, word);
    return word;
  }

  /**
   * Reads what follows a key or a dash, and goes to the content behind it.
   *
   * @param indent That of the map or list.
   * @param mayHoldList A list below a key may stand as far to the left as the key.
   */
  #value(from: number, indent: number, mayHoldList: boolean): unknown {
    let at = from;
    while (at < this.#end && this.#text.charCodeAt(at) === SPACE) at++;
    const end = this.#lineEnd(at);
    const code = at < end ? this.#text.charCodeAt(at) : NEWLINE;
    if (code === NEWLINE || code === HASH) {
      this.#toContent(end + 1);
      if (this.#indent > indent || (mayHoldList && this.#indent === indent && this.#isDash(this.#at)))
        return this.#block();
      return null;
    }
    if (code === 124) return this.#literal(at, end, indent);
    const value = this.#inLine(at, end);
    this.#toContent(end + 1);
    // It goes on in the next line.
    if (this.#indent > indent) throw UNUSUAL;
    return value;
  }

  /** A value that ends with its line. */
  #inLine(at: number, end: number): unknown {
    const rest = this.#text.slice(at, end);
    const code = rest.charCodeAt(0);
    if (code === QUOTE) return doubleQuoted(rest);
    if (code === APOSTROPHE) return singleQuoted(rest);
    if (rest === "{}") return {};
    if (rest === "[]") return [];
    const comment = rest.indexOf(" #");
    const word = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
    const isOpen = word.includes(": ") || word.endsWith(":");
    // A sign or a dash may start a word, if something follows it.
    const isDashed = code === DASH && word.length > 1 && word.charCodeAt(1) !== SPACE;
    if (isOpen || (!isDashed && INDICATORS.has(rest.charAt(0)))) throw UNUSUAL;
    return plainScalar(word);
  }

  /** A text of several lines, with its line breaks. */
  #literal(at: number, headerEnd: number, indent: number): string {
    const header = this.#text.slice(at, headerEnd).trimEnd();
    if (header !== "|" && header !== "|-") throw UNUSUAL;
    const lines: string[] = [];
    let inner = -1;
    let start = headerEnd + 1;
    while (start < this.#end) {
      const end = this.#lineEnd(start);
      let content = start;
      while (content < end && this.#text.charCodeAt(content) === SPACE) content++;
      const spaces = content - start;
      const isBlank = content === end;
      if (inner < 0 && !isBlank) {
        inner = spaces;
        // Blank lines before it may not be longer than its indentation.
        if (inner <= indent || lines.some((line) => line.length > inner)) throw UNUSUAL;
        lines.fill("");
      }
      if (inner >= 0 && !isBlank && spaces < inner) {
        if (spaces > indent) throw UNUSUAL;
        break;
      }
      // Without a line break at its end, parsers differ about the last line.
      if (end === this.#end) throw UNUSUAL;
      lines.push(inner < 0 ? this.#text.slice(start, end) : this.#text.slice(Math.min(start + inner, end), end));
      start = end + 1;
    }
    if (inner < 0) throw UNUSUAL;
    this.#toContent(start);
    const text = lines.join("\n").replace(/\n+$/, "");
    return header === "|" ? `${text}\n` : text;
  }
}

/** Letters, digits and what stands between them in the keys of Kubernetes. */
function isOfWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= DASH && code <= 57) || code === 95;
}
