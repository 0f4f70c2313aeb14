/** How diagnostics are reported: for people, or for programs that read them. */
export type OutputFormat = "text" | "json" | "github" | "sarif";

/** Every format, the usual one first. */
export const OUTPUT_FORMATS: readonly OutputFormat[] = ["text", "json", "github", "sarif"];
