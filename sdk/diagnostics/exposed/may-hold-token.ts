/** Every token has such a run somewhere, and few other texts do. */
const LONG = /(?:^|[^\w+=-])[\w+=-]{20}/;

/** What each of the formats has in it. */
const MARK = new RegExp(
  [
    "-----BEGIN |LS0tLS1CRUdJTi|QUdFLVNFQ1JFVC1LRVkt|AGE-SECRET-KEY-|PuTTY-User|PrivateKey[ \\t]*=|(?<!\\w)S[ACNOUX][A-Z2-7]{56}",
    "gh[oprsu]_|github_pat_|gl[a-z]{2,5}-|npm_|pypi-|rubygems_|dckr_|AKCp|AT(?:BB|[AC]TT3)|CCIPAT_|bkua_|sq[apu]_|pul-|atlasv1|sntry",
    "A[KS]IA[A-Z2-7]{16}|AIza|GOCSPX-|A(?:ccount|ccess)Key=|sig=|\\dQ~|JQQJ99|do[opr]_v1_|cf(?:k|at|ut)_|v1\\.0-|eyJ|tskey-|fo1_|dapi",
    "pscale_|sbp_|hv[brs]\\.|dp\\.|gl(?:c|sa)_|NRAK-|NRAL|dt0[a-z]\\d\\d\\.",
    "xox[abeoprs]|xapp-|hooks\\.slack|webhook|[MNO][\\w-]{22,27}\\.|spaces/|:AA|[rs]k_live_|SG\\.|shp[a-z]{2}_|sk-|hf_|lin_api_|PMAK-|ntn_|pat[A-Za-z0-9]{14}\\.|K10",
  ].join("|"),
);

/** The shortest of all formats, and a run of their characters. */
const SHORTEST = 20;

/**
 * Says whether a text may hold a token or a private key. It is asked of every text that is emitted, and nearly all are short, or in
 * words that are.
 */
export function mayHoldToken(text: string): boolean {
  return text.length >= SHORTEST && LONG.test(text) && MARK.test(text);
}
