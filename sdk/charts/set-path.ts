import { emptyMap, isPartialMap, OTHERS, type PartialMap, type PartialValue, UNKNOWN } from "./partial-values.ts";

/** What Helm takes for the last index of a list, and for the deepest path. */
const [MAX_INDEX, MAX_DEPTH] = [65536, 30];

/** Is thrown, and caught, where Helm cannot go on. */
const REFUSED: unique symbol = Symbol("refused");

/** Is thrown, and caught, where a line ends in an index: Helm sets nothing then, and finds nothing wrong. */
const ENDED: unique symbol = Symbol("ended");

/**
 * Sets a value at a path, as `helm --set` does: `path=value`, or several with commas between them. Changes maps and lists in place where
 * Helm does.
 *
 * @param isText Whether every value is a text, as `--set-string` has it.
 * @returns Whether Helm takes it: it can read the line, and the path leads through nothing but maps and lists.
 */
export function setLine(target: PartialMap, line: string, isText: boolean): boolean {
  return parse(target, new LineParser(line, (text) => (isText ? text : typed(text))));
}

/** Sets a value that is not known. */
export function setUnknown(target: PartialMap, path: string): boolean {
  return parse(target, new LineParser(`${path}=`, () => UNKNOWN));
}

function parse(target: PartialMap, parser: LineParser): boolean {
  try {
    while (!parser.isAtEnd) parser.key(target, 0);
    return true;
  } catch (thrown) {
    if (thrown === REFUSED) return false;
    if (thrown === ENDED) return true;
    throw thrown;
  }
}

/** What `--set` takes a text for. */
function typed(text: string): PartialValue {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^null$/i.test(text)) return null;
  if (text === "0") return 0;
  return /^[+-]?[0-9]+$/.test(text) && !text.startsWith("0") && isInt64(text) ? Number(text) : text;
}

function isInt64(text: string): boolean {
  const value = BigInt(text.replace(/^\+/, ""));
  return BigInt.asIntN(64, value) === value;
}

/** What stands before one of some characters. */
interface Piece {
  readonly text: string;
  /** The character; `undefined` at the end. */
  readonly stop: string | undefined;
}

class LineParser {
  readonly #characters: readonly string[];
  readonly #read: (text: string) => PartialValue;
  #at = 0;
  /** The line ended behind an equals sign. */
  #hasNoValue = false;

  constructor(line: string, read: (text: string) => PartialValue) {
    this.#characters = [...line];
    this.#read = read;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#characters.length;
  }

  /** Reads a key and what follows it into a map. */
  key(map: PartialMap, depth: number): void {
    const { text, stop } = this.#until("=[,.");
    switch (stop) {
      case undefined:
        if (text !== "") throw REFUSED;
        return;
      case "[": {
        const index = this.#index();
        const list = map[text];
        if (list !== undefined && !Array.isArray(list) && list !== UNKNOWN) throw REFUSED;
        set(map, text, this.#item(list ?? (map[OTHERS] ? UNKNOWN : undefined), index, depth));
        return;
      }
      case "=":
        this.#hasNoValue = this.isAtEnd;
        set(map, text, this.#value());
        return;
      case ",":
        throw REFUSED;
      default: {
        if (depth >= MAX_DEPTH) throw REFUSED;
        const inner = map[text];
        const isHidden = inner === UNKNOWN || (inner === undefined && map[OTHERS] === true);
        if (inner !== undefined && !isHidden && !isPartialMap(inner)) throw REFUSED;
        const into = isPartialMap(inner) ? inner : emptyMap();
        if (isHidden) into[OTHERS] = true;
        this.key(into, depth + 1);
        if (Object.keys(into).length > 0 || into[OTHERS]) set(map, text, into);
        else if (!this.#hasNoValue) throw REFUSED;
      }
    }
  }

  #item(list: PartialValue | undefined, index: number, depth: number): PartialValue {
    const { text, stop } = this.#until("[.=");
    if (text !== "" || stop === undefined) throw REFUSED;
    const items = Array.isArray(list) ? list : [];
    const old = items[index];
    let value: PartialValue;
    if (stop === "=") value = this.#value();
    else if (stop === "[") {
      const next = this.#index();
      if (old !== undefined && old !== null && !Array.isArray(old) && old !== UNKNOWN) throw REFUSED;
      value = this.#item(old ?? undefined, next, depth);
    } else {
      const inner = isPartialMap(old) ? old : emptyMap();
      if (index < items.length && old !== UNKNOWN) items[index] = inner;
      this.key(inner, depth);
      if (this.#hasNoValue) return items;
      value = old === UNKNOWN ? UNKNOWN : inner;
    }
    if (list === UNKNOWN) return UNKNOWN;
    return withItem(items, index, value);
  }

  #value(): PartialValue {
    if (this.#characters[this.#at] !== "{") return this.#read(this.#until(",").text);
    this.#at++;
    const list: PartialValue[] = [];
    for (;;) {
      const { text, stop } = this.#until(",}");
      if (stop === undefined) throw REFUSED;
      list.push(this.#read(text));
      if (stop === ",") continue;
      if (this.#characters[this.#at] === ",") this.#at++;
      return list;
    }
  }

  #index(): number {
    const { text, stop } = this.#until("]");
    if (stop === undefined) throw ENDED;
    const index = /^[+-]?[0-9]+$/.test(text) ? Number(text) : -1;
    if (index < 0 || index > MAX_INDEX) throw REFUSED;
    return index;
  }

  #until(stops: string): Piece {
    let text = "";
    for (; this.#at < this.#characters.length; this.#at++) {
      const character = this.#characters[this.#at] ?? "";
      if (stops.includes(character)) {
        this.#at++;
        return { text, stop: character };
      }
      if (character !== "\\") text += character;
      else text += this.#characters[++this.#at] ?? "";
    }
    return { text, stop: undefined };
  }
}

/** Nothing has an empty key. */
function set(map: PartialMap, key: string, value: PartialValue): void {
  if (key !== "") map[key] = value;
}

/** A list that is long enough is changed, another is made anew. */
function withItem(list: PartialValue[], index: number, value: PartialValue): PartialValue[] {
  const whole = index < list.length ? list : [...list, ...Array<null>(index + 1 - list.length).fill(null)];
  whole[index] = value;
  return whole;
}
