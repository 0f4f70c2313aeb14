import { CATALOG, type DiagnosticCode } from "../diagnostics/catalog.ts";
import type { Diagnostic, RelatedPlace, Severity } from "../diagnostics/diagnostic.ts";
import { withoutSecrets } from "../diagnostics/exposed/without-secrets.ts";
import type { FieldPath } from "../model/field-path.ts";
import type { ResourceId } from "../model/identity.ts";
import { marksOf, type Resource } from "../model/resource.ts";
import { type CallSite, callSiteOf } from "../model/source-location.ts";

/** What a stage says of a problem. */
export interface Finding {
  readonly message: string;
  readonly hint: string;
  /** The resource that it is about, for its place and for what it silences. */
  readonly resource?: Resource | undefined;
  readonly id?: ResourceId | undefined;
  readonly path?: FieldPath | undefined;
  /** A value other than the resource whose place is shown. */
  readonly at?: object | undefined;
  readonly file?: string | undefined;
  readonly related?: readonly RelatedPlace[] | undefined;
  /** The author's line may hold a secret's value, so its text is not shown. */
  readonly isConfidential?: true | undefined;
  /** Where the severity is not the catalog's. */
  readonly severity?: Severity | undefined;
}

/** Collects what the stages find. Nothing is thrown: one run shows everything. */
export class Reporter {
  readonly #diagnostics: Diagnostic[];
  readonly #cluster: string | undefined;

  /** @param found What is known of the cluster already. */
  constructor(cluster?: string, found: readonly Diagnostic[] = []) {
    this.#cluster = cluster;
    this.#diagnostics = [...found];
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics;
  }

  /** A reporter whose findings count only when they are taken over. */
  draft(): Reporter {
    return new Reporter(this.#cluster);
  }

  /** Takes over what a draft found. */
  takeOver(draft: Reporter): void {
    this.#diagnostics.push(...draft.#diagnostics);
  }

  report(code: DiagnosticCode, finding: Finding): void {
    const severity = finding.severity ?? CATALOG[code].severity;
    if (severity !== "error" && finding.resource && marksOf(finding.resource).silence?.includes(code)) return;
    const at = finding.at ?? finding.resource;
    this.#diagnostics.push({
      code,
      severity,
      message: withoutSecrets(finding.message),
      hint: withoutSecrets(finding.hint),
      cluster: this.#cluster,
      resource: finding.id,
      path: finding.path === undefined ? undefined : [...finding.path],
      ...(finding.isConfidential ? { isConfidential: true } : {}),
      site: at === undefined ? undefined : callSiteOf(at),
      file: finding.file,
      related: finding.related,
    });
  }
}

/** A related place at the call that made a value. */
export function place(message: string, value: object): RelatedPlace {
  const site: CallSite | undefined = callSiteOf(value);
  return { message, site };
}
