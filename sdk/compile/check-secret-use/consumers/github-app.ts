import type { KnownSecret } from "../known-secret.ts";
import { missingKeys, type SecretFinding } from "../secret-finding.ts";

/** Says whether a Secret surely holds the login of a GitHub App. */
export function hasGitHubApp(secret: KnownSecret): boolean {
  return secret.has("githubAppID");
}

/** Checks the keys of a GitHub App: all of them, and one way to say which installation. */
export function checkGitHubApp(secret: KnownSecret, reader: string): readonly SecretFinding[] {
  const missing = missingKeys(secret, ["githubAppID", "githubAppPrivateKey"], reader);
  if (missing.length > 0) return missing;
  const [owner, installation] = ["githubAppInstallationOwner", "githubAppInstallationID"] as const;
  if (secret.lacks(owner, installation)) {
    return [
      {
        code: "secret/missing-key",
        message: `which has neither "${owner}" nor "${installation}"`,
        hint: "add one of them: the user or organization where the App is installed, or the number of the installation",
      },
    ];
  }
  if (!secret.has(owner) || !secret.has(installation)) return [];
  return [
    {
      code: "secret/unfit-key",
      message: `which has both "${owner}" and "${installation}"`,
      hint: "leave one of them out",
    },
  ];
}
