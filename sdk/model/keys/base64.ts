/** The bytes of a text in base64, as Go reads it: line breaks do not count. `undefined` when it is none. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const joined = text.replaceAll(/[\r\n]/g, "");
  if (!/^[A-Za-z\d+/]*={0,2}$/.test(joined) || joined.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(joined), (character) => character.charCodeAt(0));
}

/** The text in base64 of bytes. */
export function base64OfBytes(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The text in base64 of a text in UTF-8. */
export function base64OfText(text: string): string {
  return base64OfBytes(new TextEncoder().encode(text));
}
