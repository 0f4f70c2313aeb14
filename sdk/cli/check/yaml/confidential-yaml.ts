import { isPlaceholder } from "../../../diagnostics/exposed/placeholder.ts";
import { isRandom } from "../../../diagnostics/exposed/random-text.ts";
import { isSecretName } from "../../../diagnostics/exposed/suspicious.ts";
import { withoutSecrets } from "../../../diagnostics/exposed/without-secrets.ts";

/** How many lines above are looked at for the field that a line is a part of. */
const MOST_LINES = 200;

const FIELD = /^\s*(?:-\s+)*["']?([\w./-]+)["']?\s*:(?:\s+(.*))?$/;

/**
 * Says whether the line of a position in YAML may hold a secret's value, so that it is not shown: one with a token in it, with a text
 * that looks random, or under a name that asks for a secret.
 */
export function isConfidentialYaml(text: string, position: number): boolean {
  const start = text.lastIndexOf("\n", position - 1) + 1;
  const end = text.indexOf("\n", position);
  const line = text.slice(start, end < 0 ? undefined : end);
  if (withoutSecrets(line) !== line || holdsRandom(line)) return true;
  const above = text
    .slice(Math.max(0, start - 200 * MOST_LINES), start)
    .split("\n")
    .slice(-MOST_LINES - 1, -1);
  const [, name, value] = FIELD.exec(line) ?? [];
  if (name !== undefined && isSecretField(name, value)) return true;
  // The value of a variable of a container stands beside its name.
  if (
    name === "value" &&
    above.slice(-2).some((other) => isSecretName(/\bname:\s*["']?([\w.-]+)/.exec(other)?.[1] ?? ""))
  )
    return true;
  return isSecretName(fieldAround(line, above) ?? "");
}

function isSecretField(name: string, value: string | undefined): boolean {
  return isSecretName(name) && value !== undefined && value !== "" && !isPlaceholder(value.replace(/^["']|["']$/g, ""));
}

function holdsRandom(line: string): boolean {
  return (line.match(/[\w+/=]{24,}/g) ?? []).some((word) => /\d/.test(word) && /[A-Za-z]/.test(word) && isRandom(word));
}

/** The field that a line stands below, by its indentation. */
function fieldAround(line: string, above: readonly string[]): string | undefined {
  const indentation = /^ */.exec(line)?.[0].length ?? 0;
  const holder = above.findLast((other) => other.trim() !== "" && (/^ */.exec(other)?.[0].length ?? 0) < indentation);
  return holder === undefined ? undefined : FIELD.exec(holder)?.[1];
}
