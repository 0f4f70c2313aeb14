import { checkKnownHosts } from "../../secret-content/known-hosts.ts";
import type { Consumer, SecretSlot } from "../consumer.ts";
import { hostOf, schemeOf } from "../hosts.ts";
import type { KnownSecret } from "../known-secret.ts";
import { missingKeys, type SecretFinding } from "../secret-finding.ts";
import { checkGitHubApp, hasGitHubApp } from "./github-app.ts";

/**
 * What clones a Git repository: the scheme of the URL says which keys are read, and the provider whether they are those of an app.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#secret-reference
 */
export const git: Consumer = {
  uses({ spec }) {
    if (!spec.knows("url", "provider")) return ["git-ssh", "basic-auth", "bearer-token", "github-app", "tls"];
    const isSsh = schemeOf(spec.text("url") ?? "") === "ssh";
    switch (spec.text("provider") ?? "generic") {
      case "generic":
        return isSsh ? ["git-ssh"] : ["basic-auth", "bearer-token", "tls"];
      case "github":
        return ["github-app"];
      default:
        // Who logs in with an identity of the cloud has no use for keys, and they do no harm.
        return undefined;
    }
  },
  check(secret, slot) {
    const { spec } = slot;
    if (!spec.knows("url", "provider")) return [];
    const provider = spec.text("provider") ?? "generic";
    const isSsh = schemeOf(spec.text("url") ?? "") === "ssh";
    const login = isSsh ? checkSsh(secret) : checkHttp(secret, slot, provider);
    if (login.some(({ severity }) => severity === undefined)) return login;
    if (provider === "github") return [...login, ...checkGitHubApp(secret, 'a GitRepository with provider "github"')];
    if (provider === "generic" && hasGitHubApp(secret)) {
      return [
        {
          code: "secret/unfit-key",
          message: 'which holds the keys of a GitHub App, and "provider" is not "github"',
          hint: 'set provider: "github"',
        },
      ];
    }
    return login;
  },
  read(secret, { spec }) {
    const url = spec.knows("url") ? (spec.text("url") ?? "") : "";
    const knownHosts = schemeOf(url) === "ssh" ? secret.text("known_hosts") : undefined;
    return [knownHosts === undefined ? undefined : checkKnownHosts(knownHosts, { key: "known_hosts", ...hostOf(url) })];
  },
  without({ spec }) {
    if (!spec.knows("url", "provider")) return undefined;
    if (spec.text("provider") === "github") {
      return {
        message: 'has "provider" "github", and names no Secret with the keys of a GitHub App',
        hint: "make one with githubAppSecret(), and give it here",
      };
    }
    if (schemeOf(spec.text("url") ?? "") !== "ssh") return undefined;
    return {
      message: "is cloned over SSH, and names no Secret with a key",
      hint: "make one with gitSshSecret(), and give it here; a public repository can be cloned over https:// without one",
    };
  },
};

function checkSsh(secret: KnownSecret): readonly SecretFinding[] {
  return missingKeys(secret, ["identity", "known_hosts"], "a clone over SSH");
}

const HTTP_KEYS = ["bearerToken", "username", "password", "ca.crt", "caFile", "tls.crt"];

function checkHttp(secret: KnownSecret, { spec }: SecretSlot, provider: string): readonly SecretFinding[] {
  const hasUser = /^[a-z]+:\/\/[^/@:]+[^/@]*@/.test(spec.text("url") ?? "");
  if (!secret.has("bearerToken") && secret.has("password") && secret.lacks("username", "bearerToken") && !hasUser) {
    return missingKeys(secret, ["username", "password"], "a clone over HTTP");
  }
  if (provider !== "generic" || hasGitHubApp(secret) || !secret.lacks(...HTTP_KEYS)) return [];
  const [finding] = missingKeys(secret, ["username", "password"], "a clone over HTTP");
  // A public repository is cloned all the same.
  return finding ? [{ ...finding, severity: "warning" }] : [];
}
