import { type SecretFound, secretsIn } from "../../../compile/check-exposed/secrets-in.ts";
import { adviceOn, describeSecret } from "../../../compile/check-exposed/words.ts";
import { CATALOG, type DiagnosticCode } from "../../../diagnostics/catalog.ts";
import { findExposed } from "../../../diagnostics/exposed/find-exposed.ts";
import { mayHoldSecret } from "../../../diagnostics/exposed/may-hold-secret.ts";
import type { LocatedDiagnostic, Place } from "../../../diagnostics/resolve-location.ts";
import type { FieldPath } from "../../../model/field-path.ts";
import { formatIdentity, groupOf, type ResourceId } from "../../../model/identity.ts";
import type { KindTable } from "../../../model/kind-definition.ts";
import { findPlace } from "../../yaml/find-place.ts";
import { isRead, type ReadDocument } from "../../yaml/read-documents.ts";
import type { AuthoredObject } from "./authored-object.ts";
import { identityOf } from "./check-authored.ts";
import { notSecretComments } from "./not-secret-comment.ts";
import { type Lined, placeAt } from "./places.ts";

/** What was found in values, and in what. */
type Findings = readonly (SecretFound & {
  readonly subject: string;
  readonly resource?: ResourceId | undefined;
})[];

/** Reports secrets in plain text in a document and in its comments, and what is said there of texts that are none. */
export function exposedSecrets(
  input: Lined,
  document: ReadDocument,
  objects: readonly AuthoredObject[],
  kinds: KindTable,
): readonly LocatedDiagnostic[] {
  const said = notSecretComments(input, document);
  const diagnostics: LocatedDiagnostic[] = [];
  const inFields = isRead(document) ? fieldsOf(document.data, objects, kinds, input.name) : [];
  for (const secret of inFields) {
    const { key, value = key } = findPlaceOf(secret, document, input);
    if (said.acknowledges(key, value)) continue;
    diagnostics.push({
      ...about(secret.code, placeAt(input, secret.isKey ? key : value)),
      severity: secret.severity ?? CATALOG[secret.code].severity,
      message: describeSecret(secret, secret.subject),
      hint: `${adviceOn(secret)}, or write "# sluice-not-secret: why" above it where it is none`,
      path: secret.path,
      resource: secret.resource,
    });
  }
  for (const { what, position } of outsideFields(input, document, inFields)) {
    if (said.acknowledges(position, position)) continue;
    diagnostics.push({
      ...about("secret/exposed", placeAt(input, position)),
      message: `${input.name} holds ${what} in plain text${isRead(document) ? ", in a comment" : ""}`,
      hint: 'take it out, and revoke it if it was ever committed, or write "# sluice-not-secret: why" above it where it is none',
    });
  }
  for (const { code, position } of said.problems()) {
    const [message, hint] = PROBLEMS[code];
    diagnostics.push({ ...about(code, placeAt(input, position)), message, hint });
  }
  return diagnostics;
}

const PROBLEMS = {
  "secret/no-reason": [
    "a comment says that something is no secret, without a reason",
    'say why everybody may see it: "# sluice-not-secret: a public key of the demo"',
  ],
  "secret/nothing-found": [
    "a comment says that something is no secret, and nothing there looks like one",
    "leave the comment out, or put it above the line that it is about",
  ],
} as const;

/** No line of these is shown. */
function about(
  code: DiagnosticCode,
  place: Place,
): Pick<LocatedDiagnostic, "code" | "severity" | "places" | "relatedPlaces" | "isConfidential"> {
  return {
    code,
    severity: CATALOG[code].severity,
    places: [{ ...place, lineText: undefined }],
    relatedPlaces: [],
    isConfidential: true,
  };
}

/** What was found in the values of a document. Of one that is no object, names alone say too little. */
function fieldsOf(data: unknown, objects: readonly AuthoredObject[], kinds: KindTable, name: string): Findings {
  if (objects.length > 0) return objects.flatMap((object) => inObject(object, kinds));
  if (typeof data !== "object" || data === null) return [];
  return secretsIn({ ...data }, undefined)
    .filter(({ code }) => code !== "secret/suspicious")
    .map((secret) => ({ ...secret, subject: name }));
}

function inObject({ data, apiVersion, kind, path }: AuthoredObject, kinds: KindTable): Findings {
  const definition = kinds.find(groupOf(apiVersion), kind);
  const found = secretsIn(data, definition);
  if (found.length === 0) return [];
  const resource = identityOf(data, groupOf(apiVersion), kind);
  const subject = resource === undefined ? kind : formatIdentity(resource);
  return found.map((secret) => ({ ...secret, path: [...path, ...secret.path], subject, resource }));
}

function findPlaceOf(
  { path, isKey }: { readonly path: FieldPath; readonly isKey?: true | undefined },
  document: ReadDocument,
  { text }: Lined,
): { readonly key: number; readonly value?: number | undefined } {
  if (!isRead(document)) return { key: document.start };
  const { key, value } = findPlace(document, path, text);
  // A value of several lines starts below its key.
  return isKey || value === undefined || text.slice(key, value).includes("\n") ? { key } : { key, value };
}

interface OutsideFields {
  readonly what: string;
  readonly position: number;
}

/** What was found where no value stands: in comments, and in a text that cannot be read as YAML. */
function outsideFields(input: Lined, document: ReadDocument, known: Findings): readonly OutsideFields[] {
  const { start, end } = document;
  const text = input.text.slice(start, end);
  if (!isRead(document)) {
    if (!mayHoldSecret(text)) return [];
    return findExposed(text).map((found) => ({ what: found.what, position: start + found.start }));
  }
  const exposed = known.filter(({ code }) => code === "secret/exposed");
  return commentsIn(text).flatMap((position) => {
    const lineEnd = text.indexOf("\n", position);
    const line = text.slice(position, lineEnd < 0 ? undefined : lineEnd);
    if (!mayHoldSecret(line) || exposed.some(({ path }) => holds(document.data, path, line.trimEnd()))) return [];
    return findExposed(line).map((found) => ({ what: found.what, position: start + position + found.start }));
  });
}

/** Where comments start. What looks like one may be a part of a value. */
function commentsIn(text: string): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf("#"); at >= 0; ) {
    const isComment = at === 0 || /\s/.test(text.charAt(at - 1));
    if (isComment) found.push(at);
    // Behind a comment, the next one is in another line.
    const from = isComment ? text.indexOf("\n", at) : at + 1;
    at = from < 0 ? -1 : text.indexOf("#", from);
  }
  return found;
}

/** A line with `#` may be one of a value of several lines, where it was found already. */
function holds(data: unknown, path: FieldPath, text: string): boolean {
  const value = path.reduce<unknown>((holder, part) => Object(holder)[part], data);
  return typeof value === "string" && value.includes(text);
}
