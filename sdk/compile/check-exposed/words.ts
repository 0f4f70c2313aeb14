import { formatFieldPath } from "../../model/field-path.ts";
import type { SecretFound } from "./secrets-in.ts";

/** Says what was found in an object, and where. It never quotes it. */
export function describeSecret({ code, path, what, isKey }: SecretFound, subject: string): string {
  const field = formatFieldPath(path);
  if (isKey) return `a key ${field === "" ? "" : `under ${field} `}of ${subject} holds ${what}`;
  switch (code) {
    case "secret/exposed":
      return `${field} of ${subject} holds ${what} in plain text`;
    case "secret/in-url":
      return `${field} of ${subject} holds a URL with ${what} in it`;
    case "secret/suspicious":
      return `${field} of ${subject} is ${what} and written out`;
  }
}

/** Says what to do about it. */
export function adviceOn({ code, severity }: SecretFound): string {
  switch (code) {
    case "secret/exposed":
      return "take it out, revoke it if it was ever committed, and put another into a Secret that is named here";
    case "secret/in-url":
      return severity === "error"
        ? "leave it out of the URL, and name a Secret with it in secretRef or proxySecretRef"
        : "put the URL into a Secret, and name that here";
    case "secret/suspicious":
      return "put it into a Secret and name that here: valuesFrom, secretKeyRef, or an existingSecret of the chart";
  }
}
