import type { Consumer } from "../consumer.ts";
import { missingKeys } from "../secret-finding.ts";
import { checkGitHubApp, hasGitHubApp } from "./github-app.ts";
import { registry } from "./registry.ts";

/**
 * What asks servers for inputs: its type says what they want.
 *
 * Source: https://fluxoperator.dev/docs/crd/resourcesetinputprovider/#authentication-configuration
 */
export const inputProvider: Consumer = {
  uses(slot) {
    const type = slot.spec.knows("type") ? (slot.spec.text("type") ?? "") : "";
    if (type.startsWith("GitHub")) return ["basic-auth", "github-app"];
    if (/^(?:Git|AzureDevOps)/.test(type)) return ["basic-auth"];
    if (type === "ExternalService") return ["basic-auth", "webhook-token"];
    return type === "OCIArtifactTag" ? ["registry"] : undefined;
  },
  check(secret, slot) {
    if (!slot.spec.knows("type")) return [];
    const type = slot.spec.text("type") ?? "";
    const reader = `an input provider of type ${JSON.stringify(type)}`;
    if (type.startsWith("GitHub") && hasGitHubApp(secret)) return checkGitHubApp(secret, reader);
    if (/^(?:Git|AzureDevOps)/.test(type)) return missingKeys(secret, ["username", "password"], reader);
    if (type === "ExternalService") {
      return secret.lacks("token") ? missingKeys(secret, ["username", "password"], `${reader} without a "token"`) : [];
    }
    return type === "OCIArtifactTag" ? registry.check(secret, slot) : [];
  },
  read: (secret, slot) => (slot.spec.text("type") === "OCIArtifactTag" ? (registry.read?.(secret, slot) ?? []) : []),
};
