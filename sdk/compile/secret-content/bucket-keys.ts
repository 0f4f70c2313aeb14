import { bytesOfBase64 } from "../../model/keys/base64.ts";
import { checkCertificateFile } from "./certificates.ts";
import { checkGoogleCredentials } from "./json-content.ts";
import type { KeyAbout, SecretProblem } from "./secret-problem.ts";
import { checkSingleLine } from "./single-line.ts";
import type { UseProblems } from "./use-problems.ts";

/** What Azure logs in by, each of them enough, from the first that is complete. */
const AZURE = ["clientId", "accountKey", "sasKey", "authorityHost"];

/** Reads a login at a storage. Whether it is one of the Bucket's provider is for whoever refers to it to say. */
export function checkBucketKeys(secret: UseProblems): void {
  secret.pair("accesskey", "secretkey");
  const isAzure = AZURE.some((key) => secret.has(key));
  if (!isAzure && !["accesskey", "secretkey", "serviceaccount"].some((key) => secret.has(key))) {
    const [key = ""] = ["tenantId", "clientSecret", "clientCertificate"].some((name) => secret.has(name))
      ? ["clientId"]
      : ["accesskey"];
    secret.need(key);
  }
  if (secret.has("clientSecret") || secret.has("clientCertificate")) secret.pair("clientId", "tenantId");
  for (const key of ["accesskey", "secretkey", "tenantId", "clientId", "clientSecret", "sasKey"]) {
    secret.check(key, checkSingleLine);
  }
  secret.check("serviceaccount", checkGoogleCredentials);
  secret.check("clientCertificate", checkCertificateFile);
  secret.check("accountKey", checkAccountKey);
}

/** Reads the key of a storage account of Azure: bytes in base64. */
function checkAccountKey(text: string, { key }: KeyAbout): SecretProblem | undefined {
  if (text !== "" && bytesOfBase64(text)) return checkSingleLine(text, { key });
  return { key, message: "is no key of a storage account", hint: "give the key as Azure shows it, in base64" };
}
