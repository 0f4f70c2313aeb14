/** The keys of a path as authors of charts write it, `a.b`, `a."b.c"`, `a[0].b`. Without those below items of lists. */
export function readValuePath(text: string): readonly string[] | undefined {
  const keys: string[] = [];
  const part = /\.?(?:"(?<quoted>[^"]*)"|(?<plain>[^.[\]"]+)|\[\s*"?(?<index>[^\]"]*)"?\s*\])/y;
  while (part.lastIndex < text.length) {
    const found = part.exec(text)?.groups;
    if (found === undefined) return undefined;
    const { quoted, plain, index } = found;
    if (index !== undefined && /^\d*$/.test(index)) return undefined;
    keys.push(quoted ?? plain ?? index ?? "");
  }
  return keys.length === 0 ? undefined : keys;
}
