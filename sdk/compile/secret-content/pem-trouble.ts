import { bytesOfBase64 } from "../../model/keys/base64.ts";

/** Why a text that should hold PEM holds none, with what to do. What people do to keys on their way through environments and editors. */
export function pemTrouble(text: string, wanted: string): { readonly message: string; readonly hint: string } {
  if (text.trim() === "") return { message: "is empty", hint: `give ${wanted}` };
  if (!text.includes("-----BEGIN ")) {
    if (isEncoded(text)) {
      return {
        message: "is in base64 once more",
        hint: `give the text itself; fromFile(path) reads it, and what is in base64 stands under data`,
      };
    }
    return { message: `holds no block of PEM`, hint: `give ${wanted}` };
  }
  if (/\\n/.test(text)) {
    return {
      message: 'has "\\n" written out where its lines should end',
      hint: "give it with its line breaks, as the file has them; fromFile(path) keeps them",
    };
  }
  if (!/-----BEGIN [^\n]*-----\s*\n/.test(text)) {
    return { message: "has lost its line breaks", hint: "give it as the file has it; fromFile(path) keeps them" };
  }
  if (!/(?:^|\n)-----BEGIN /.test(text)) {
    return { message: "is indented, so its first line is not found", hint: "give its lines without spaces in front" };
  }
  return {
    message: "holds a block of PEM that is cut short or broken",
    hint: 'give all lines of the file, from "-----BEGIN" to "-----END"',
  };
}

function isEncoded(text: string): boolean {
  const bytes = bytesOfBase64(text.trim());
  return bytes !== undefined && new TextDecoder().decode(bytes.subarray(0, 11)) === "-----BEGIN ";
}
