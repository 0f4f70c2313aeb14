import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { floatText, readInteger } from "./go-number.ts";
import { scalarOfBytes } from "./go-scalar.ts";
import { bytesOf, type SopsLeaf } from "./tree.ts";

const ALGORITHM = "aes-256-gcm";
const IV_BYTES = 32;
const TAG_BYTES = 16;

const CIPHERTEXT = /^ENC\[AES256_GCM,data:([^,\n]+),iv:([^,\n]+),tag:([^,\n]+),type:([^\]\n]+)\]/;

/** Says whether a text has the form of an encrypted value. */
export function isCiphertext(text: string): boolean {
  return CIPHERTEXT.test(text);
}

/** What SOPS authenticates a value with: the keys on the way to it. */
export function additionalData(keys: readonly string[]): string {
  return `${keys.join(":")}:`;
}

/** Encrypts a value or comment for its place. An empty text has nothing to hide and stays. */
export function encryptLeaf(leaf: SopsLeaf, dataKey: Uint8Array, additional: string): string {
  const plain = bytesOf(leaf);
  if (plain.length === 0) return "";
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(ALGORITHM, dataKey, iv).setAAD(new TextEncoder().encode(additional));
  const data = Buffer.concat([cipher.update(plain), cipher.final()]);
  const fields = [data, iv, cipher.getAuthTag()].map((bytes) => bytes.toString("base64"));
  return `ENC[AES256_GCM,data:${fields[0]},iv:${fields[1]},tag:${fields[2]},type:${leaf.type}]`;
}

/** Decrypts a value or comment. `undefined` when it is not of the form, or the key or the place is not the one it was encrypted with. */
export function decryptLeaf(ciphertext: string, dataKey: Uint8Array, additional: string): SopsLeaf | undefined {
  if (ciphertext === "") return { type: "str", text: "" };
  const [, data = "", iv = "", tag = "", type = ""] = CIPHERTEXT.exec(ciphertext) ?? [];
  if (![data, iv, tag].every(isBase64)) return undefined;
  const tagBytes = Buffer.from(tag, "base64");
  if (tagBytes.length !== TAG_BYTES) return undefined;
  try {
    const decipher = createDecipheriv(ALGORITHM, dataKey, Buffer.from(iv, "base64"), { authTagLength: TAG_BYTES })
      .setAAD(new TextEncoder().encode(additional))
      .setAuthTag(tagBytes);
    return leafOf(Buffer.concat([decipher.update(Buffer.from(data, "base64")), decipher.final()]), type);
  } catch {
    // The key or the place is another one.
    return undefined;
  }
}

/** Node takes texts that are nearly Base64, and Go does not. */
function isBase64(text: string): boolean {
  return text !== "" && /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(text);
}

const TRUE: ReadonlySet<string> = new Set(["1", "t", "T", "TRUE", "true", "True"]);
const FALSE: ReadonlySet<string> = new Set(["0", "f", "F", "FALSE", "false", "False"]);

function leafOf(plain: Uint8Array, type: string): SopsLeaf | undefined {
  const scalar = scalarOfBytes(plain);
  const { text } = scalar;
  switch (type) {
    case "str":
    case "bytes":
      return scalar;
    case "int": {
      const integer = /^[-+]?\d+$/.test(text) ? readInteger(text.replace(/^([-+]?)0+(?=\d)/, "$1")) : undefined;
      return integer && { type: "int", text: integer.text };
    }
    case "float":
      return floatLeaf(text);
    case "bool":
      if (TRUE.has(text)) return { type: "bool", text: "True" };
      return FALSE.has(text) ? { type: "bool", text: "False" } : undefined;
    case "time":
    case "comment":
      return { type, text };
    default:
      return undefined;
  }
}

function floatLeaf(text: string): SopsLeaf | undefined {
  const endless = /^([-+]?)(?:inf|infinity)$/i.exec(text);
  if (endless !== null) return { type: "float", text: endless[1] === "-" ? "-Inf" : "+Inf" };
  if (/^nan$/i.test(text)) return { type: "float", text: "NaN" };
  const value = text.trim() === "" ? Number.NaN : Number(text);
  return Number.isNaN(value) ? undefined : { type: "float", text: floatText(value) };
}
