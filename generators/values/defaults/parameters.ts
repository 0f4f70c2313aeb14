/** What a line says of a key somewhere in the values, by its path. */
export interface Parameter {
  readonly path: string;
  readonly text: string;
  readonly modifiers: readonly string[];
}

const PARAMETER = /^\s*#+\s*@(?:param|extra)\s+(?<path>\S+)(?:\s+\[(?<modifiers>[^\]]*)\])?\s*(?<text>.*)$/;

/** Finds the lines `@param path [modifiers] text` of a text. They may stand anywhere. */
export function readParameters(text: string): readonly Parameter[] {
  if (!text.includes("@param") && !text.includes("@extra")) return [];
  return text.split(/\r?\n/).flatMap((line) => {
    const found = PARAMETER.exec(line)?.groups;
    if (found === undefined) return [];
    const { path = "", modifiers = "", text: words = "" } = found;
    return [{ path, text: words.trim(), modifiers: modifiers.split(",").map((word) => word.trim()) }];
  });
}
