const ESCAPED: Readonly<Record<string, string>> = { underscores: "__", dot: ".", dash: "-", slash: "/" };

/** The words that Kubernetes escapes because CEL keeps them for itself. */
const RESERVED: ReadonlySet<string> = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

/**
 * The field that a rule means by a name: Kubernetes writes `__dash__` for `-`, and `__namespace__` for a word that CEL keeps for
 * itself. `undefined` when the name is no field's.
 */
export function fieldName(name: string): string | undefined {
  const word = /^__([a-z]+)__$/.exec(name)?.[1];
  if (word !== undefined && RESERVED.has(word)) return word;
  let isEscape = true;
  const field = name.replace(/__([^_]+)__/g, (_match, letters: string) => {
    const character = ESCAPED[letters];
    if (character === undefined) isEscape = false;
    return character ?? "";
  });
  return isEscape ? field : undefined;
}
