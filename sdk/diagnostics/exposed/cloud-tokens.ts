import { jsonFromBase64 } from "./base64.ts";
import { endsWithHexadecimal } from "./checksums.ts";
import { isRandom } from "./random-text.ts";
import type { TokenFormat } from "./token-format.ts";

/** Tokens of clouds, of what keeps secrets and of what watches. */
export const CLOUD_TOKENS: readonly TokenFormat[] = [
  {
    what: "a secret key of AWS",
    pattern: /secret[\w-]{0,30}["']?\s*[:=]\s*["']?([A-Za-z0-9/+]{40})(?![\w/+=])/gi,
    // Alone it is a text like any other: what makes it one is the name of its key beside it.
    isReal: (found, text) => hasAccessKey(text) && isSecretKey(found),
  },
  { what: "a key of Google's APIs", pattern: /(?<!\w)AIza([\w-]{35})(?![\w-])/g, isReal: isRandom },
  { what: "a client secret of Google", pattern: /(?<!\w)GOCSPX-([\w-]{28})(?![\w-])/g, isReal: isRandom },
  { what: "a key of Azure Storage", pattern: /\bAccountKey=([A-Za-z0-9+/]{86}==)/g, isReal: isRandom },
  { what: "a shared access key of Azure", pattern: /\bSharedAccessKey=([A-Za-z0-9+/]{43}=)/g, isReal: isRandom },
  {
    what: "a shared access signature of Azure",
    pattern: /[?&]sig=([\w%+/-]{43,}={0,2})/g,
    isReal: (found, text) => isRandom(found) && /[?&]s[vep]=/.test(text),
  },
  { what: "a client secret of Azure", pattern: /(?<![\w.~-])(\w{3}\dQ~[\w.~-]{31,34})(?![\w.~-])/g, isReal: isRandom },
  { what: "a key of Azure", pattern: /(?<!\w)([A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{26})(?!\w)/g, isReal: isRandom },
  { what: "a token of DigitalOcean", pattern: /(?<!\w)do[opr]_v1_([0-9a-f]{64})(?!\w)/g, isReal: isRandom },
  { what: "a token of Cloudflare", pattern: /(?<!\w)cf(?:k|at|ut)_([A-Za-z0-9]{44,50})(?!\w)/g, isReal: isRandom },
  { what: "a key of Cloudflare", pattern: /(?<!\w)v1\.0-([0-9a-f]{24}-[0-9a-f]{146})(?!\w)/g, isReal: isRandom },
  {
    what: "a token of a Cloudflare tunnel",
    pattern: /(?<![\w+/])eyJhIjoi[\w+/]{60,}={0,2}/g,
    isReal: (found) => hasFields(found, ["a", "t", "s"]),
  },
  {
    what: "a key of Tailscale",
    pattern: /(?<!\w)tskey-[a-z]+-[A-Za-z0-9]+-([A-Za-z0-9]{20,})(?!\w)/g,
    isReal: isRandom,
  },
  { what: "a token of Fly.io", pattern: /(?<!\w)fo1_([\w-]{43})(?!\w)/g, isReal: isRandom },
  { what: "a token of Databricks", pattern: /(?<!\w)dapi([0-9a-f]{32})(?!\w)/g, isReal: isRandom },
  { what: "a token of PlanetScale", pattern: /(?<!\w)pscale_(?:oauth|pw|tkn)_([\w.-]{32,64})/g, isReal: isRandom },
  { what: "a token of Supabase", pattern: /(?<!\w)sbp_([0-9a-f]{40})(?!\w)/g, isReal: isRandom },
  { what: "a token of Vault", pattern: /(?<![\w.])hv[brs]\.([\w-]{24,})/g, isReal: isRandom },
  {
    what: "a token of Doppler",
    pattern: /(?<![\w.])dp\.(?:audit|ct|pt|sa|scim|st)\.(?:[\w-]+\.)?([A-Za-z0-9]{40,44})(?!\w)/g,
    isReal: isRandom,
  },
  {
    what: "a token of 1Password",
    pattern: /(?<!\w)ops_(eyJ[\w+/-]{100,}={0,2})/g,
    isReal: (found) => jsonFromBase64(found) !== undefined,
  },
  {
    what: "a token of Grafana",
    pattern: /(?<!\w)glsa_[A-Za-z0-9]{32}_[0-9a-f]{8}(?!\w)/g,
    isReal: endsWithHexadecimal,
  },
  {
    what: "a token of Grafana Cloud",
    pattern: /(?<!\w)glc_(eyJ[\w+/]{40,}={0,2})/g,
    isReal: (found) => hasFields(found, ["o", "k"]),
  },
  { what: "a key of New Relic", pattern: /(?<!\w)NRAK-([A-Z0-9]{27})(?!\w)/g, isReal: isRandom },
  { what: "a license key of New Relic", pattern: /(?<!\w)([0-9a-f]{32}FFFFNRAL)(?!\w)/g, isReal: isRandom },
  {
    what: "a token of Dynatrace",
    pattern: /(?<!\w)dt0[a-z]\d\d\.[A-Z2-7]{24}\.([A-Z2-7]{64})(?!\w)/g,
    isReal: isRandom,
  },
];

const ACCESS_KEY = /(?<!\w)A[KS]IA[A-Z2-7]{16}(?!\w)/;

/** Says whether a text holds the name of a key of AWS, which is no secret. */
export function hasAccessKey(text: string): boolean {
  return ACCESS_KEY.test(text);
}

/** Says whether a text alone may be the secret key of AWS: a digest has no capitals. */
export function isSecretKey(text: string): boolean {
  return (
    /^[A-Za-z0-9/+]{40}$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && isRandom(text)
  );
}

function hasFields(base64: string, fields: readonly string[]): boolean {
  const json = jsonFromBase64(base64);
  return json !== undefined && fields.every((field) => typeof json[field] === "string");
}
