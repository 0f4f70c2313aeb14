import { isMap } from "../values.ts";
import { checkTlsKey } from "./private-key-pem.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";

/** Reads a JSON object, whatever stands in it. */
export function checkJsonObject(text: string, { key }: KeyAbout): SecretProblem | undefined {
  if (isMap(parsed(text))) return undefined;
  return { key, message: "is no JSON object", hint: "give the text of the JSON file; fromFile(path) reads it" };
}

/** Reads the credentials of Google Cloud: the JSON key of a service account, or another kind of credentials. */
export function checkGoogleCredentials(text: string, { key }: KeyAbout): SecretProblem | undefined {
  const hint = "give the JSON key of a service account: gcloud iam service-accounts keys create";
  const found = parsed(text);
  if (!isMap(found)) return { key, message: "is no JSON object", hint };
  const { type, private_key, client_email } = found;
  if (typeof type !== "string") return { key, message: 'is JSON without a "type" of credentials', hint };
  if (type !== "service_account") return undefined;
  if (typeof client_email !== "string" || typeof private_key !== "string") {
    return { key, message: 'is the JSON of a service account without "client_email" or "private_key"', hint };
  }
  const problem = checkTlsKey(private_key, { key });
  return problem && { key, message: `has a "private_key" that is none: it ${problem.message}`, hint };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
