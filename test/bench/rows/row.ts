import type { Workspace } from "../workspace.ts";

/** A row of what is measured. */
export interface Row {
  /** What it is asked for by. */
  readonly name: string;
  readonly title: string;
  /** How many rounds are run, when the caller does not say. */
  readonly rounds: number;
  /** Measures, and gives a table in Markdown. */
  run(workspace: Workspace, rounds: number): string;
}
