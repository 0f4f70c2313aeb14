import { encryptsOnlyValues, readSopsConfig } from "../../sops/rules.ts";

/** What is done with a `.sops.yaml`. */
export type ConfigChange =
  | { readonly type: "write"; readonly text: string }
  /** A rule is there that takes Secrets. */
  | { readonly type: "keep"; readonly isForKey: boolean }
  /** It takes a person to change it. */
  | { readonly type: "ask"; readonly why: string };

/** A rule for every YAML file: in a repository for Flux, what sops encrypts is Secrets. */
export function ruleText(recipient: string, indent: string): string {
  return [
    `${indent}# Of a Secret, Flux has to read all but its values.`,
    `${indent}- path_regex: \\.ya?ml$`,
    `${indent}  encrypted_regex: ^(data|stringData)$`,
    `${indent}  age: ${recipient}`,
    "",
  ].join("\n");
}

/** Adds a rule for Secrets to a `.sops.yaml`, behind those that are there. Nothing that stands in it is changed. */
export function extendConfig(text: string | undefined, recipient: string): ConfigChange {
  if (text === undefined || text.trim() === "")
    return { type: "write", text: `creation_rules:\n${ruleText(recipient, "  ")}` };
  const read = readSopsConfig(text);
  if (read.type === "invalid") return { type: "ask", why: read.problems[0]?.message ?? "it cannot be read" };
  const { rules } = read.config;
  const fit = rules.flatMap(({ rule }) => (rule.type === "rule" && encryptsOnlyValues(rule) ? [rule] : []));
  if (fit.length > 0) {
    const isForKey = fit.some(({ keyGroups }) => keyGroups.flat().some(({ id }) => id === recipient));
    return { type: "keep", isForKey };
  }
  if (rules.some(({ matches }) => matches("apps/secret-token.yaml")))
    return { type: "ask", why: "a rule takes YAML files already, and encrypts more than the values of Secrets" };
  const added = withRule(text, recipient);
  const again = added === undefined ? undefined : readSopsConfig(added);
  if (added === undefined || again?.type !== "read" || again.config.rules.length !== rules.length + 1)
    return { type: "ask", why: "its rules are not written one below the other" };
  return { type: "write", text: added };
}

function withRule(text: string, recipient: string): string | undefined {
  const whole = text.endsWith("\n") ? text : `${text}\n`;
  const lines = whole.split("\n").slice(0, -1);
  const start = lines.findIndex((line) => /^creation_rules:\s*(?:#.*)?$/.test(line));
  if (start < 0) {
    return /^creation_rules:/m.test(whole) ? undefined : `${whole}creation_rules:\n${ruleText(recipient, "  ")}`;
  }
  const [, indent = "  "] =
    lines
      .slice(start + 1)
      .map((line) => /^(\s*)- /.exec(line) ?? [])
      .find(([found]) => found) ?? [];
  const isBehind = (line: string): boolean => /^[^\s#]/.test(line) && !(indent === "" && line.startsWith("- "));
  const length = lines.slice(start + 1).findIndex(isBehind);
  const end = length < 0 ? lines.length : start + 1 + length;
  return [...lines.slice(0, end), ruleText(recipient, indent).trimEnd(), ...lines.slice(end), ""].join("\n");
}
