import type { SecretUse } from "../../../model/secret-use.ts";
import type { Consumer, SecretSlot } from "../consumer.ts";
import type { KnownSecret } from "../known-secret.ts";
import { listed, type SecretFinding } from "../secret-finding.ts";
import { checkGitHubApp, hasGitHubApp } from "./github-app.ts";
import { type ProviderType, providerType } from "./provider-types.ts";

/**
 * What sends notifications: the type says what is read, and what nothing is sent without.
 *
 * Source: https://fluxcd.io/flux/components/notification/providers/#secret-reference
 */
export const notificationProvider: Consumer = {
  uses(slot): readonly SecretUse[] | undefined {
    const type = typeOf(slot);
    if (!type) return undefined;
    const uses: SecretUse[] = ["notification-provider"];
    if (type.takesApp) uses.push("github-app");
    if (type.reads.includes("password")) uses.push("basic-auth");
    return uses;
  },
  check(secret, slot) {
    const type = typeOf(slot);
    if (!type) return [];
    if (type.takesApp && secret.lacks("token", "password") && hasGitHubApp(secret)) {
      return checkGitHubApp(secret, `a Provider of type ${JSON.stringify(type.name)}`);
    }
    return [...checkAddress(secret, slot, type), ...checkLogin(secret, type)];
  },
  without(slot) {
    const type = typeOf(slot);
    if (!type) return undefined;
    const { name, needs, needsAddress } = type;
    if (needs.length > 0) {
      return {
        message: `is of type ${JSON.stringify(name)}, which sends nothing without ${listed(
          needs.flat(),
          "disjunction",
        )}, and names no Secret`,
        hint: `make one with providerSecret(NAME, ${JSON.stringify(name)}, …), and give it here`,
      };
    }
    if (!needsAddress || !slot.spec.knows("address") || slot.spec.text("address")) return undefined;
    return {
      message: `has no address, and names no Secret that has one`,
      hint: `give "address", or a Secret with it, where the address is a secret itself: providerSecret(NAME, ${JSON.stringify(name)}, { address: … })`,
    };
  },
};

function typeOf({ spec }: SecretSlot): ProviderType | undefined {
  return spec.knows("type") ? providerType(spec.text("type") ?? "") : undefined;
}

function checkAddress(
  secret: KnownSecret,
  { spec }: SecretSlot,
  { name, needsAddress }: ProviderType,
): readonly SecretFinding[] {
  if (!needsAddress || !secret.lacks("address") || !spec.knows("address") || spec.text("address")) return [];
  return [
    {
      code: "secret/missing-key",
      message: `which has no key "address", and "address" is not given beside it`,
      hint: `a Provider of type ${JSON.stringify(name)} needs the URL in one of the two places`,
    },
  ];
}

function checkLogin(secret: KnownSecret, { name, reads, needs }: ProviderType): readonly SecretFinding[] {
  const half = ["username", "password"].filter((key) => secret.has(key));
  const other = half[0] === "username" ? "password" : "username";
  // One without the other, and nothing at all is read but the address and headers.
  const isHalf = half.length === 1 && secret.lacks(other);
  if (needs.length > 0 && (isHalf || needs.every((keys) => keys.some((key) => secret.lacks(key))))) {
    const wanted = needs.map((keys) => listed(keys, "conjunction")).join(" or ");
    return [
      {
        code: "secret/missing-key",
        message: isHalf
          ? `which has ${JSON.stringify(half[0])} without ${JSON.stringify(other)}, so that no login is read from it`
          : `which has no key ${needs.length === 1 ? wanted : `of ${wanted}`}`,
        hint: `a Provider of type ${JSON.stringify(name)} sends nothing without ${wanted}`,
      },
    ];
  }
  if (isHalf && reads.length > 0 && !reads.every((key) => key === "headers")) {
    return [
      {
        code: "secret/missing-key",
        message: `which has ${JSON.stringify(half[0])} without ${JSON.stringify(other)}, so that no login is read from it`,
        hint: `add ${JSON.stringify(other)}, or leave ${JSON.stringify(half[0])} out`,
        severity: "warning",
      },
    ];
  }
  return checkIgnored(secret, name, reads);
}

const LOGINS = ["token", "username", "password", "headers", "creds", "nkey"];

/** A login that a type does not know is sent nowhere. */
function checkIgnored(secret: KnownSecret, name: string, reads: readonly string[]): readonly SecretFinding[] {
  const ignored = LOGINS.filter((key) => secret.has(key) && !reads.includes(key));
  if (ignored.length === 0 || !secret.lacks(...reads)) return [];
  const read = ["address", ...reads];
  return [
    {
      code: "secret/unfit-key",
      message: `whose ${listed(ignored, "conjunction")} ${ignored.length === 1 ? "is" : "are"} not read`,
      hint: `a Provider of type ${JSON.stringify(name)} reads ${listed(read, "conjunction")}${name === "generic" ? ': give the headers as YAML, "Authorization: Bearer …"' : ""}`,
      severity: "warning",
    },
  ];
}
