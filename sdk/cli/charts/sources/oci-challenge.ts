/** How a registry wants to be asked. */
export type Challenge =
  | { readonly type: "basic" }
  | { readonly type: "bearer"; readonly realm: URL; readonly parameters: ReadonlyMap<string, string> };

/** Reads what a registry sends with the status 401. */
export function readChallenge(header: string | undefined): Challenge | undefined {
  const [, words] = /\bbearer\s+(.*)/is.exec(header ?? "") ?? [];
  if (words === undefined) return /\bbasic\b/i.test(header ?? "") ? { type: "basic" } : undefined;
  const parameters = new Map<string, string>();
  for (const [, key = "", quoted, plain] of words.matchAll(/([a-z]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,]+))/gi))
    if (!parameters.has(key.toLowerCase()))
      parameters.set(key.toLowerCase(), quoted?.replaceAll(/\\(.)/g, "$1") ?? plain ?? "");
  const realm = parameters.get("realm") ?? "";
  return URL.canParse(realm) ? { type: "bearer", realm: new URL(realm), parameters } : undefined;
}
