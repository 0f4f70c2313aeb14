/** A run of characters as every token has one and few other texts do, or a URL with a name in front of its host. */
const LONG = /(?:^|[^\w+=-])[\w+=-]{20}|:\/\/[^\s/@]*@/;

/** What each of the formats has in it. No part of it looks far ahead: texts may be long, and say anything. */
const MARK = new RegExp(
  [
    "-----BEGIN |LS0tLS1CRUdJTi|QUdFLVNFQ1JFVC1LRVkt|AGE-SECRET-KEY-|PuTTY-User|PrivateKey[ \\t]*=|S[ACNOUX][A-Z2-7]{20}",
    "gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|npm_|pypi-|rubygems_|dckr_|AKCp|AT(?:BB|[AC]TT3)|CCIPAT_|bkua_|sq[apu]_|pul-|atlasv1|sntry",
    "A[KS]IA[A-Z2-7]|AIza|GOCSPX-|A(?:ccount|ccess)Key=|sig=|\\dQ~|JQQJ99|do[opr]_v1_|cf(?:k|at|ut)_|v1\\.0-|eyJ|tskey-|fo1_|dapi",
    "pscale_|sbp_|hv[brs]\\.|dp\\.|gl(?:c|sa)_|NRAK-|NRAL|dt0[a-z]\\d\\d\\.",
    "xox[abeoprs]|xapp-|hooks\\.slack|webhook|\\.[\\w-]{6}\\.|spaces/|:AA|[rs]k_live_|SG\\.|shp[a-z]{2}_|sk-|hf_|lin_api_|PMAK-|ntn_|pat[A-Za-z0-9]{14}|K10",
    "://[^\\s/@]*:[^\\s/@]+@|https?://[\\w-]{20,}@|[?&][A-Za-z_]*(?:token|key|password|secret)=",
  ].join("|"),
);

/** What is shorter has no room for a token, or for a URL with a host and a password that is worth the look. */
const SHORTEST = 16;

/**
 * Says whether a text may hold a token, a private key or a URL with a password. It is asked of every text that is emitted, and nearly
 * all are short, or made of words that are.
 */
export function mayHoldSecret(text: string): boolean {
  return text.length >= SHORTEST && LONG.test(text) && MARK.test(text);
}
