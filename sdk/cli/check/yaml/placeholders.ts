/** A value of SOPS, a variable of Flux, or a piece of a template: something else stands there by the time it is applied. */
const PLACEHOLDER = /^ENC\[AES256_GCM,|\$\{|\{\{|\{%|<<|\[\[|#\{/;

/** Says of a value in a document that it is not the one that is applied. */
export function isPlaceholder(value: unknown): boolean {
  return typeof value === "string" && PLACEHOLDER.test(value);
}

/** Says of a text that is no YAML whether it is a template, which something else makes YAML of. */
export function isTemplate(text: string): boolean {
  return /\{\{|\{%|<%|<<|\[\[|#\{|^#%/m.test(text);
}
