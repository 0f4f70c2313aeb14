import { jsonFromBase64 } from "./base64.ts";
import { endsWithBase62 } from "./checksums.ts";
import { isRandom } from "./random-text.ts";
import type { TokenFormat } from "./token-format.ts";

/** Tokens of Git hosts, of registries of packages and images, and of what builds. */
export const FORGE_TOKENS: readonly TokenFormat[] = [
  { what: "a token of GitHub", pattern: /(?<!\w)gh[oprsu]_[A-Za-z0-9]{36}(?!\w)/g, isReal: endsWithBase62 },
  { what: "a token of GitHub", pattern: /(?<!\w)github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}(?!\w)/g, isReal: isRandom },
  {
    what: "a token of GitLab",
    pattern: /(?<![\w-])gl(?:agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rt|rtr|soat|wt)-([\w-]{20,})/g,
    isReal: isRandom,
  },
  { what: "a token of npm", pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g, isReal: endsWithBase62 },
  { what: "a token of PyPI", pattern: /(?<!\w)pypi-(AgE[\w-]{60,})/g, isReal: isRandom },
  { what: "a token of RubyGems", pattern: /(?<!\w)rubygems_([0-9a-f]{48})(?!\w)/g, isReal: isRandom },
  { what: "a token of Docker", pattern: /(?<!\w)dckr_(?:pat|oat)_([\w-]{27,})/g, isReal: isRandom },
  { what: "a token of Artifactory", pattern: /(?<!\w)AKCp([A-Za-z0-9]{69})(?!\w)/g, isReal: isRandom },
  { what: "a token of Bitbucket", pattern: /(?<!\w)ATBB([A-Za-z0-9]{32})(?!\w)/g, isReal: isRandom },
  { what: "a token of Atlassian", pattern: /(?<!\w)AT[AC]TT3([\w=-]{180,})/g, isReal: isRandom },
  { what: "a token of CircleCI", pattern: /(?<!\w)CCIPAT_([A-Za-z0-9]{22}_[0-9a-f]{40})(?!\w)/g, isReal: isRandom },
  { what: "a token of Buildkite", pattern: /(?<!\w)bkua_([0-9a-f]{40})(?!\w)/g, isReal: isRandom },
  { what: "a token of SonarQube", pattern: /(?<!\w)sq[apu]_([0-9a-f]{40})(?!\w)/g, isReal: isRandom },
  { what: "a token of Pulumi", pattern: /(?<!\w)pul-([0-9a-f]{40})(?!\w)/g, isReal: isRandom },
  { what: "a token of Terraform", pattern: /(?<!\w)[A-Za-z0-9]{14}\.atlasv1\.([\w-]{60,})/g, isReal: isRandom },
  {
    what: "a token of Sentry",
    pattern: /(?<!\w)sntrys_(eyJ[\w+/=-]{20,})/g,
    isReal: (found) => jsonFromBase64(found.split("_")[0] ?? "") !== undefined,
  },
  { what: "a token of Sentry", pattern: /(?<!\w)sntryu_([0-9a-f]{64})(?!\w)/g, isReal: isRandom },
];
