import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { FileChange } from "../../emit/file-verdict.ts";
import type { CallSite } from "../../model/source-location.ts";

/** What became of a build. */
export interface FilesOutcome {
  readonly diagnostics: readonly Diagnostic[];
  /** Absent where the build did not come to the files. */
  readonly files?: FilesSummary | undefined;
  /** Where the author wrote Secrets with values: lines that are not to be shown. */
  readonly secretSites?: ReadonlySet<CallSite> | undefined;
}

/** What became of the files. */
export interface FilesSummary {
  readonly changes: readonly FileChange[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** Whether the changes were made, or only found. */
  readonly isWritten: boolean;
}
