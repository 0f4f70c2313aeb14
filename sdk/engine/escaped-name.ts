/** The words that CEL keeps for itself, as Kubernetes counts them. */
const RESERVED: ReadonlySet<string> = new Set(
  "true false null in as break const continue else for function if import let loop package namespace return var void while".split(
    " ",
  ),
);

const ESCAPES: Readonly<Record<string, string>> = {
  __: "__underscores__",
  ".": "__dot__",
  "-": "__dash__",
  "/": "__slash__",
};

/** The name that rules call a field by. `undefined` for one that they cannot see: of other letters, or with a digit first. */
export function escapedName(field: string): string | undefined {
  if (RESERVED.has(field)) return `__${field}__`;
  if (!/^[A-Za-z_./-][A-Za-z0-9_./-]*$/.test(field)) return undefined;
  return field.replace(/__|[./-]/g, (part) => ESCAPES[part] ?? part);
}
