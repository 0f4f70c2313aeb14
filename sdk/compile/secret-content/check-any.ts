import { bytesOfBase64 } from "../../model/keys/base64.ts";
import type { SecretContents } from "./secret-contents.ts";
import type { SecretProblem } from "./secret-problem.ts";

/** What the API server asks of a Secret by its type: all of these keys. */
const KEYS_OF_TYPE: Readonly<Record<string, readonly string[] | undefined>> = {
  "kubernetes.io/tls": ["tls.crt", "tls.key"],
  "kubernetes.io/dockerconfigjson": [".dockerconfigjson"],
  "kubernetes.io/dockercfg": [".dockercfg"],
  "kubernetes.io/ssh-auth": ["ssh-privatekey"],
};

/** What the API server asks of any Secret, whatever it is for. */
export function checkAnySecret(type: unknown, contents: SecretContents): readonly SecretProblem[] {
  const problems: SecretProblem[] = [];
  for (const key of contents.keys) {
    if (!/^[-._A-Za-z0-9]{1,253}$/.test(key) || key === "." || key.startsWith("..")) {
      problems.push({
        key,
        message: "is no key that a Secret can have",
        hint: 'write letters, digits, "-", "_" and "." only',
      });
    }
    const encoded = contents.encoded(key);
    if (encoded !== undefined && !bytesOfBase64(encoded)) {
      problems.push({
        key,
        message: "stands under data and is no base64",
        hint: 'give the text under stringData, or read the file with { encoding: "base64" }',
      });
    }
  }
  return contents.isOpen ? problems : [...problems, ...problemsOfType(type, contents.keys)];
}

function problemsOfType(type: unknown, keys: readonly string[]): readonly SecretProblem[] {
  if (type === "kubernetes.io/basic-auth" && !keys.includes("username") && !keys.includes("password")) {
    return [missing("username", type)];
  }
  const wanted = typeof type === "string" ? (KEYS_OF_TYPE[type] ?? []) : [];
  const found = wanted.filter((key) => !keys.includes(key)).map((key) => missing(key, String(type)));
  return [...found, ...misreadProblems(type, keys)];
}

function missing(key: string, type: string): SecretProblem {
  return {
    key,
    message: `is missing, and the type ${type} needs it`,
    hint: `give ${key}, or leave out the type`,
    code: "secret/missing-key",
  };
}

/** Logins at registries are only looked for in Secrets of their own type. */
function misreadProblems(type: unknown, keys: readonly string[]): readonly SecretProblem[] {
  const key = ".dockerconfigjson";
  if (!keys.includes(key) || type === "kubernetes.io/dockerconfigjson" || isUnknown(type)) return [];
  return [
    {
      key,
      message: `is only read in a Secret of type kubernetes.io/dockerconfigjson, and this one is ${type ?? "Opaque"}`,
      hint: 'write type: "kubernetes.io/dockerconfigjson", or build it with registrySecret()',
      severity: "warning",
      code: "secret/wrong-type",
    },
  ];
}

function isUnknown(type: unknown): boolean {
  return type !== undefined && (typeof type !== "string" || type.includes("${"));
}
