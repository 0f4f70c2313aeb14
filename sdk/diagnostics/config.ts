import type { DiagnosticCode } from "./catalog.ts";
import type { OutputFormat } from "./output-format.ts";

/** What `sluice.config.ts` says: how diagnostics are treated in a project. */
export interface SluiceConfig {
  /** Codes of warnings and remarks that are not reported. Errors cannot be silenced. */
  readonly silence?: readonly DiagnosticCode[] | undefined;
  /** More warnings than these fail a build or check. `--max-warnings` wins. Default: no number does. */
  readonly maxWarnings?: number | undefined;
  /** How to report. `--output` wins. Default: text, with annotations in GitHub Actions. */
  readonly output?: OutputFormat | undefined;
}

/**
 * Types what `sluice.config.ts` exports by default. The file stands beside the program or in a folder above it, up to the one that
 * paths start at; the nearest one counts.
 */
export function defineConfig(config: SluiceConfig): SluiceConfig {
  return config;
}
