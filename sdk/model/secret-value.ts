import { type Deferred, isDeferred } from "./deferred.ts";
import type { Input } from "./input.ts";
import { isSubstitution } from "./substitution.ts";

/**
 * A value that nobody gets to see: it prints as `[secret]` wherever it is printed, and is read when it is encrypted or handed to
 * Pulumi, never before. It may stand in the `data` and `stringData` of a Secret, and nowhere else.
 */
export interface SecretValue {
  readonly sluice: typeof SECRET_BRAND;
  toString(): string;
  toJSON(): string;
}

/** A value of a Secret: text, a value that is known later, or one that nobody gets to see. */
export type SecretInput = Input<string> | SecretValue;

const SECRET_BRAND = "secret/1";

/** What is printed in the place of a secret. */
export const HIDDEN = "[secret]";

/** Where a secret value comes from, outside the program. */
export type SecretOrigin =
  | { readonly type: "env"; readonly name: string }
  | { readonly type: "file"; readonly path: string; readonly encoding: "utf8" | "base64"; readonly trim: boolean };

/** How a secret value comes to its text. */
export type SecretSource =
  | { readonly type: "text"; readonly reveal: () => string }
  | SecretOrigin
  | {
      readonly type: "derived";
      readonly parts: readonly SecretInput[];
      readonly derive: (texts: readonly string[]) => string;
    };

/** Under which a secret value keeps its source: not enumerable, so no copy, comparison or printer of data comes across it. */
const SOURCE: unique symbol = Symbol.for("sluice.secret");
/** What `util.inspect` and `console.log` ask. */
const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom");

/**
 * A secret that the program holds: the result of a call to a vault, or of a generator. A literal in a program that is committed has
 * leaked already; {@link fromEnv} and {@link fromFile} keep the value out of it.
 *
 * @param text The value.
 */
export function secretValue(text: string): SecretValue {
  // In a closure, where no inspector of objects looks.
  return opaque({ type: "text", reveal: () => text });
}

/**
 * A secret in an environment variable, which is read when it is needed. Where it is not set, a file that was encrypted before is
 * kept as it is.
 *
 * @param name The variable's name.
 */
export function fromEnv(name: string): SecretValue {
  return opaque({ type: "env", name });
}

/** How the content of a file becomes a value. */
export interface FromFileOptions {
  /** `base64` for bytes, to be given under `data`. Default: `utf8`, as the text that it is. */
  readonly encoding?: "utf8" | "base64" | undefined;
  /** Whether white space around the text is left out, as a password's file has it at its end. Default: `false`. */
  readonly trim?: boolean | undefined;
}

/**
 * A secret in a file that is not committed, which is read when it is needed. Where there is none, a file that was encrypted before
 * is kept as it is.
 *
 * @param path The file, relative to the folder of the program that is built; under `pulumi up`, to the project's.
 */
export function fromFile(path: string, { encoding = "utf8", trim = false }: FromFileOptions = {}): SecretValue {
  return opaque({ type: "file", path, encoding, trim });
}

/**
 * A text with secrets in it, which is a secret itself.
 *
 * @example secretText`postgres://app:${fromEnv("DB_PASSWORD")}@db.example.com/app`
 */
export function secretText(texts: TemplateStringsArray, ...values: readonly SecretInput[]): SecretValue {
  const pieces = [...texts];
  return deriveSecret(values, (revealed) => pieces.map((text, index) => text + (revealed[index] ?? "")).join(""));
}

/**
 * A secret that is made of others, all of which have to be known.
 *
 * @param derive Makes the text. It is called with a secret's text, so it must not keep or print it.
 * @internal
 */
export function deriveSecret(parts: readonly SecretInput[], derive: (texts: readonly string[]) => string): SecretValue {
  return opaque({ type: "derived", parts: Object.freeze([...parts]), derive });
}

function opaque(source: SecretSource): SecretValue {
  const value = { sluice: SECRET_BRAND };
  const hidden = { value: () => HIDDEN };
  Object.defineProperties(value, {
    toString: hidden,
    toJSON: hidden,
    [Symbol.toPrimitive]: hidden,
    [INSPECT]: hidden,
    [SOURCE]: { value: () => source },
  });
  // The properties that it lacks as a literal were just defined.
  return Object.freeze(value) as SecretValue;
}

/** Says whether a value is a {@link SecretValue}, made by this or another copy of Sluice. */
export function isSecretValue(value: unknown): value is SecretValue {
  return typeof value === "object" && value !== null && !isDeferred(value) && hasSource(value);
}

/** Gives the source of a secret value. */
export function sourceOfSecret(value: SecretValue): SecretSource {
  // Nothing makes a value of this type but `opaque`.
  return (value as unknown as Sourced)[SOURCE]();
}

interface Sourced {
  readonly [SOURCE]: () => SecretSource;
}

function hasSource(value: object): value is Sourced {
  return SOURCE in value && "sluice" in value && value.sluice === SECRET_BRAND;
}

/** What reading a secret came to. */
export type SecretReading =
  | { readonly type: "text"; readonly text: string }
  /** The reason names the variable or the file, and says no value. */
  | { readonly type: "absent"; readonly reason: string; readonly origin: SecretOrigin }
  /** It is known later, or to Flux alone. */
  | { readonly type: "unknown" };

/** Reads what is outside the program. The command gives one; the compiler touches neither environment nor disk. */
export type ReadSecret = (origin: SecretOrigin) => Exclude<SecretReading, { type: "unknown" }>;

/** Reads a value of a Secret. What it gives must not be printed, and not be kept longer than needed. */
export function revealSecret(value: SecretInput | Deferred<unknown>, read: ReadSecret): SecretReading {
  if (typeof value === "string") return { type: "text", text: value };
  if (!isSecretValue(value)) return { type: "unknown" };
  const source = sourceOfSecret(value);
  if (source.type === "text") return { type: "text", text: source.reveal() };
  if (source.type !== "derived") return read(source);
  const texts: string[] = [];
  let isUnknown = false;
  for (const part of source.parts) {
    const reading = revealSecret(part, read);
    if (reading.type === "absent") return reading;
    if (reading.type === "unknown") isUnknown = true;
    else texts.push(reading.text);
  }
  return isUnknown ? { type: "unknown" } : { type: "text", text: source.derive(texts) };
}

/** Says whether two secrets come from the same place, so that they are the same value whatever it is. */
export function isSameSecret(left: SecretValue, right: SecretValue): boolean {
  const [one, other] = [sourceOfSecret(left), sourceOfSecret(right)];
  if (one.type === "text") return other.type === "text" && one.reveal() === other.reveal();
  if (one.type === "env") return other.type === "env" && one.name === other.name;
  if (one.type === "file") {
    return (
      other.type === "file" && one.path === other.path && one.encoding === other.encoding && one.trim === other.trim
    );
  }
  if (other.type !== "derived" || one.parts.length !== other.parts.length) return false;
  if (!one.parts.every((part, index) => isSamePart(part, other.parts[index]))) return false;
  // A function cannot be compared, but what it makes of texts that stand for the parts can.
  const marks = one.parts.map((part, index) => (typeof part === "string" ? part : `\u0000${index}`));
  return one.derive(marks) === other.derive(marks);
}

function isSamePart(left: SecretInput, right: SecretInput | undefined): boolean {
  if (left === right) return true;
  if (isSecretValue(left)) return isSecretValue(right) && isSameSecret(left, right);
  if (typeof left !== "object" || typeof right !== "object" || isDeferred(left) || isDeferred(right)) return false;
  return isSubstitution(left) && isSubstitution(right) && String(left) === String(right);
}
