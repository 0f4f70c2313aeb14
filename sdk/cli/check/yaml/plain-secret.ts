import { CATALOG } from "../../../diagnostics/catalog.ts";
import { type FieldPath, formatFieldPath } from "../../../model/field-path.ts";
import type { KindDefinition } from "../../../model/kind-definition.ts";
import type { AuthoredFinding } from "./check-authored.ts";
import { readableValues } from "./readable-values.ts";

/** Nobody reads more of them. */
const MOST_NAMED = 3;

/** Reports a Secret with values that anybody can read. It says their keys, and nothing of them. */
export function plainSecret(
  data: Readonly<Record<string, unknown>>,
  { secretFields = [] }: Pick<KindDefinition, "secretFields">,
  name: string,
): readonly Omit<AuthoredFinding, "resource">[] {
  const readable = readableValues(data, secretFields);
  const [first] = readable.filter(({ isHarmless }) => !isHarmless).concat(readable);
  if (first === undefined) return [];
  return [
    {
      code: "secret/plaintext",
      severity: first.isHarmless ? "warning" : CATALOG["secret/plaintext"].severity,
      message: `${name} can be read by everybody who can read its file: ${listed(readable.map(({ path }) => path))}`,
      hint: "encrypt the file: sops encrypt --encrypted-regex '^(data|stringData)$' --in-place FILE; and change the values, if it was committed",
      path: first.path,
    },
  ];
}

/** Names some places and counts the others. */
export function listed(paths: readonly FieldPath[]): string {
  const named = paths.slice(0, MOST_NAMED).map(formatFieldPath).join(", ");
  return paths.length > MOST_NAMED ? `${named} and ${paths.length - MOST_NAMED} more` : named;
}
