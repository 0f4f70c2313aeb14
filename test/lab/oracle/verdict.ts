import type { KubeObject } from "../cluster/objects.ts";

/** What an API server says to a document. */
export type Verdict = Acceptance | Refusal;

/** The server would keep the document. */
export interface Acceptance {
  readonly accepted: true;
  /** The object with the server's defaults; absent where an object of this name is there already. */
  readonly object?: KubeObject;
}

/** The server would not keep the document. */
export interface Refusal {
  readonly accepted: false;
  /** The server's word for it, such as `Invalid` or `BadRequest`; `NotServed` for a kind that it does not have. */
  readonly reason: string;
  readonly causes: readonly Cause[];
}

/** One thing that is wrong. */
export interface Cause {
  /** Such as `spec.valuesFrom[0].kind`; empty where the server names no field. */
  readonly path: string;
  /** The server's word for it, such as `FieldValueInvalid`, or one of ours: `UnknownField`, `DuplicateField`, `WrongType`. */
  readonly reason: string;
  readonly message: string;
}

/** The parts of a `Status` that say why something was refused. */
interface Status {
  readonly message?: string;
  readonly reason?: string;
  readonly details?: {
    readonly causes?: readonly { readonly reason?: string; readonly message?: string; readonly field?: string }[];
  };
}

/** Reads what the server said to a refused document. */
export function readRefusal(body: unknown): Refusal {
  // Every refusal of an API server is a Status.
  const { message = "", reason = "", details } = body as Status;
  const causes = details?.causes
    // After a mistake in the structure the server adds that it left the rules out.
    ?.filter((cause) => !cause.message?.includes("some validation rules were not checked"))
    .map((cause) => ({
      // Rules over a whole object have no field.
      path: cause.field === undefined || cause.field === "<nil>" ? "" : cause.field,
      reason: cause.reason ?? "",
      message: cause.message ?? "",
    }));
  return { accepted: false, reason, causes: causes?.length ? causes : causesInText(message, reason) };
}

/** What fails before the fields are looked at is told in a sentence alone. */
function causesInText(message: string, reason: string): readonly Cause[] {
  const strict = message.split("strict decoding error: ")[1];
  if (strict !== undefined) {
    const found = [...strict.matchAll(/(unknown|duplicate) field "([^"]*)"/g)].map(([text, word, path = ""]) => ({
      path,
      reason: word === "unknown" ? "UnknownField" : "DuplicateField",
      message: text,
    }));
    if (found.length > 0) return found;
  }
  const [, path] = /Go struct field \w+\.([\w.]+) of type/.exec(message) ?? [];
  if (path !== undefined) return [{ path, reason: "WrongType", message }];
  return [{ path: "", reason, message }];
}
