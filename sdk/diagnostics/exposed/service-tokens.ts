import { jsonFromBase64 } from "./base64.ts";
import { isRandom } from "./random-text.ts";
import type { TokenFormat } from "./token-format.ts";

/** Tokens of chats, of payments, of mail, of language models, and of Kubernetes. */
export const SERVICE_TOKENS: readonly TokenFormat[] = [
  { what: "a token of Slack", pattern: /(?<!\w)xox[abeoprs](?:\.xox[bp])?-(?:\w+-)*(\w{20,})/g, isReal: isRandom },
  { what: "a token of Slack", pattern: /(?<!\w)xapp-\d-[A-Z0-9]+-\d+-([0-9a-f]{64})(?!\w)/g, isReal: isRandom },
  {
    what: "a webhook of Slack",
    pattern: /\bhooks\.slack(?:-gov)?\.com\/(?:services|triggers|workflows)\/\w+\/\w+\/(?:\d+\/)?(\w{20,})/g,
    isReal: isRandom,
  },
  {
    what: "a webhook of Discord",
    pattern: /\bdiscord(?:app)?\.com\/api\/(?:v\d+\/)?webhooks\/\d{17,20}\/([\w-]{60,})/g,
    isReal: isRandom,
  },
  {
    what: "a token of a Discord bot",
    pattern: /(?<![\w.-])([MNO][\w-]{22,27}\.[\w-]{6}\.[\w-]{27,38})(?![\w.-])/g,
    isReal: (found) => isRandom(found) && /^[\w-]+$/.test(found.split(".")[0] ?? "") && hasNumber(found),
  },
  {
    what: "a webhook of Microsoft Teams",
    pattern: /\.webhook\.office\.com\/webhookb2\/[\w-]{36}@[\w-]{36}\/IncomingWebhook\/([0-9a-f]{32})/g,
    isReal: isRandom,
  },
  {
    what: "a webhook of Google Chat",
    pattern: /\bchat\.googleapis\.com\/v1\/spaces\/[\w-]+\/messages\?(?:[^\s"']*&)?token=([\w%-]{40,})/g,
    isReal: isRandom,
  },
  { what: "a token of a Telegram bot", pattern: /(?<!\w)(?:bot)?\d{8,10}:(AA[\w-]{33})(?![\w-])/g, isReal: isRandom },
  { what: "a key of Stripe", pattern: /(?<!\w)[rs]k_live_([A-Za-z0-9]{24,})/g, isReal: isRandom },
  { what: "a key of SendGrid", pattern: /(?<![\w.])SG\.([\w-]{22}\.[\w-]{43})(?![\w-])/g, isReal: isRandom },
  { what: "a token of Shopify", pattern: /(?<!\w)shp(?:at|ca|pa|ss)_([0-9a-fA-F]{32})(?!\w)/g, isReal: isRandom },
  { what: "a key of a language model", pattern: /(?<![\w-])sk-([\w-]*T3BlbkFJ[\w-]{20,})/g, isReal: isRandom },
  { what: "a key of a language model", pattern: /(?<![\w-])sk-ant-[a-z]+\d\d-([\w-]{80,})/g, isReal: isRandom },
  { what: "a token of Hugging Face", pattern: /(?<!\w)hf_([A-Za-z]{34})(?!\w)/g, isReal: isRandom },
  { what: "a key of Linear", pattern: /(?<!\w)lin_api_([A-Za-z0-9]{40})(?!\w)/g, isReal: isRandom },
  { what: "a key of Postman", pattern: /(?<!\w)PMAK-([0-9a-f]{24}-[0-9a-f]{34})(?!\w)/g, isReal: isRandom },
  { what: "a token of Notion", pattern: /(?<!\w)ntn_\d{11}([A-Za-z0-9]{35})(?!\w)/g, isReal: isRandom },
  { what: "a token of Airtable", pattern: /(?<!\w)pat[A-Za-z0-9]{14}\.([0-9a-f]{64})(?!\w)/g, isReal: isRandom },
  {
    what: "a token of a service account",
    pattern: /(?<![\w.-])eyJ[\w-]{10,}\.eyJ[\w-]{20,}\.[\w-]{40,}/g,
    // Other tokens of this form are often meant to be seen.
    isReal: (found) => isOfServiceAccount(jsonFromBase64(found.split(".")[1] ?? "")),
  },
  { what: "a token of K3s", pattern: /(?<!\w)K10([0-9a-f]{64}::[\w-]+:[\w.-]+)/g, isReal: isRandom },
];

/** The first part of a bot's token is the number of its account. */
function hasNumber(token: string): boolean {
  try {
    return /^\d{17,20}$/.test(atob(token.slice(0, token.indexOf("."))));
  } catch {
    return false;
  }
}

function isOfServiceAccount(claims: Readonly<Record<string, unknown>> | undefined): boolean {
  return claims !== undefined && ("kubernetes.io" in claims || claims["iss"] === "kubernetes/serviceaccount");
}
