import type { DiagnosticCode } from "../../diagnostics/catalog.ts";
import type { Severity } from "../../diagnostics/diagnostic.ts";
import type { FieldPath } from "../../model/field-path.ts";

/** Something in an object that the API server refuses. */
export interface SchemaFinding {
  readonly code: DiagnosticCode;
  /** Where the severity is not the catalog's. */
  readonly severity?: Severity | undefined;
  /** What is wrong: the place, the object, the value. */
  readonly message: string;
  /** What to write instead. */
  readonly hint: string;
  readonly path: FieldPath;
  /** What is found wherever the same schema is used, so that it is said once. */
  readonly everywhere?: object | undefined;
  /** The word to write in place of the one that is wrong: a field's name, a value. */
  readonly suggestion?: string | undefined;
  /** Fields that are missing could mend it, as a patch or a template may add them. */
  readonly isFillable?: true | undefined;
  /** The API server stops here: it looks at no rules of an object in which it found this. */
  readonly blocking?: true | undefined;
}
