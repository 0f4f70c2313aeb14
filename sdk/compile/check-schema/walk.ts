import { isSecretName } from "../../diagnostics/exposed/suspicious.ts";
import type { FieldPath } from "../../model/field-path.ts";
import { formatFieldPath } from "../../model/field-path.ts";
import { HIDDEN } from "../../model/secret-value.ts";
import type { CheckOptions } from "./check-options.ts";
import type { SchemaFinding } from "./finding.ts";
import { showValue } from "./show-value.ts";
import { subjectOf } from "./subject.ts";

/** What a check says of the place where the walk stands. `is` follows the place: "is 5, a number". */
export interface Said
  extends Pick<SchemaFinding, "code" | "severity" | "hint" | "suggestion" | "blocking" | "everywhere" | "isFillable"> {
  /** What is to be said of the place, behind "spec.interval of Kustomization apps": `is 5, a number, where …`. */
  readonly says: string;
}

/** Nobody reads more of one object, and finding out what was meant takes its time. */
const MOST_FINDINGS = 200;

/** One pass over an object: where it stands, and what it has found. */
export class Walk {
  readonly path: (string | number)[] = [];
  readonly options: CheckOptions;
  /** Some field was null, and means nothing to the API server. */
  sawNull = false;
  readonly #findings: SchemaFinding[] = [];
  readonly #object: unknown;

  constructor(options: CheckOptions, object: unknown) {
    this.options = options;
    this.#object = object;
  }

  get findings(): readonly SchemaFinding[] {
    return this.#findings;
  }

  /** Whether so much is wrong that nothing more is looked for. */
  get isFull(): boolean {
    return this.#findings.length >= MOST_FINDINGS;
  }

  /** Says whether a value is filled in later, so that nothing can be said of it. */
  isUnknown(value: unknown): boolean {
    return this.options.isUnknown?.(value) ?? false;
  }

  /** Reports the place where the walk stands, unless the value there is not known. */
  fail(value: unknown, said: Said): void {
    if (!this.isUnknown(value)) this.report(isSecretName(this.#name) ? withoutValue(said, value) : said);
  }

  /** The name of the field where the walk stands, or of the one that holds the list. */
  get #name(): string {
    return this.path.findLast((part) => typeof part === "string") ?? "";
  }

  /** Reports the place where the walk stands, or a field below it. */
  report({ says, ...finding }: Said, below: FieldPath = []): void {
    if (this.isFull) return;
    const path = [...this.path, ...below];
    const subject = this.options.subject ?? subjectOf(this.#object);
    const place = path.length === 0 ? subject : `${formatFieldPath(path)} of ${subject}`;
    this.#findings.push({ ...finding, message: `${place} ${says}`, path });
  }
}

/** What is said of a value that is called like a secret, without the value. */
function withoutValue({ says, hint, suggestion, ...said }: Said, value: unknown): Said {
  const texts = [showValue(value), JSON.stringify(String(value)), String(value)].filter((text) => text.length > 3);
  const hide = (words: string): string => texts.reduce((left, text) => left.replaceAll(text, HIDDEN), words);
  return { ...said, says: hide(says), hint: hide(hint) };
}

/** Checks one value, and reports what is wrong with it to the walk that stands at it. */
export type Check = (value: unknown, walk: Walk) => void;
