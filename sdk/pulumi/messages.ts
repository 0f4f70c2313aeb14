import { log } from "@pulumi/pulumi";
import type { DiagnosticCode } from "../diagnostics/catalog.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import { locate } from "../diagnostics/locate.ts";
import { PLAIN } from "../diagnostics/palette.ts";
import { renderText } from "../diagnostics/render-text.ts";
import type { CallSite } from "../model/source-location.ts";
import { sourcePlaces } from "../places/source-places.ts";
import { DeployError } from "./deploy-error.ts";
import type { DeployedCluster } from "./deployed-cluster.ts";

/** Says what was found in a cluster, with the author's lines, in the way in which Pulumi shows warnings and errors. */
export class Messages {
  readonly #cluster: string;
  readonly #silence: readonly DiagnosticCode[];
  readonly #secretSites: Iterable<CallSite>;

  constructor(cluster: string, silence: readonly DiagnosticCode[], secretSites: Iterable<CallSite>) {
    this.#cluster = cluster;
    this.#silence = silence;
    this.#secretSites = secretSites;
  }

  /** Ends the program if anything is an error. */
  stopAtErrors(found: readonly Diagnostic[]): void {
    if (hasErrors(found)) throw this.error(found);
  }

  /** What ends the program. It says everything in one message. */
  error(found: readonly Diagnostic[]): DeployError {
    const heard = this.#heard(found);
    return new DeployError(`cluster ${JSON.stringify(this.#cluster)} is not deployed\n\n${this.#render(heard)}`, heard);
  }

  /** Shows the warnings. */
  warn(found: readonly Diagnostic[], component: DeployedCluster): void {
    const warnings = this.#heard(found).filter(({ severity }) => severity === "warning");
    if (warnings.length === 0) return;
    const count = warnings.length === 1 ? "a warning" : `${warnings.length} warnings`;
    void log.warn(
      `cluster ${JSON.stringify(this.#cluster)} is deployed with ${count}\n\n${this.#render(warnings)}`,
      component,
    );
  }

  #heard(found: readonly Diagnostic[]): readonly Diagnostic[] {
    return found.filter(({ code, severity }) => severity === "error" || !this.#silence.includes(code));
  }

  #render(found: readonly Diagnostic[]): string {
    return renderText(locate(found, sourcePlaces().ofAuthor, this.#secretSites), PLAIN).trimEnd();
  }
}
