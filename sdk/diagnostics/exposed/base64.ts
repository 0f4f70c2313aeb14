/** The text that base64 stands for, byte for byte; `undefined` where it is none. What follows its end is left out. */
export function fromBase64(text: string): string | undefined {
  const plain = text
    .replace(/[\s\\]|=+$/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  try {
    return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)));
  } catch {
    return undefined;
  }
}

/** The fields of the JSON object that base64 stands for; `undefined` where it is none. */
export function jsonFromBase64(text: string): Readonly<Record<string, unknown>> | undefined {
  const json = fromBase64(text);
  if (json === undefined || !json.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return Object(value);
  } catch {
    return undefined;
  }
}
