import { resolve } from "node:path";
import type { SealedProblem } from "../../compile/view.ts";
import { groupOf } from "../../model/identity.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import { shownPath } from "../../places/source-places.ts";
import { checkSealed } from "../check/yaml/check-sealed.ts";
import type { Environment } from "./read-secret.ts";
import { sopsConfigs } from "./sops-configs.ts";

/**
 * Says of files that stand for Secrets what `sluice check` says of encrypted files.
 *
 * @param texts By the paths that the author wrote.
 * @param folder Where those paths start.
 */
export function sealedProblems(
  texts: ReadonlyMap<string, string>,
  folder: string,
  kinds: KindTable,
  environment: Environment = process.env,
): (path: string) => readonly SealedProblem[] {
  const configs = sopsConfigs(environment);
  return (path) => {
    const found = checkSealed(texts.get(path) ?? "", {
      name: JSON.stringify(path),
      secretFields: (apiVersion, kind) => kinds.find(groupOf(apiVersion), kind)?.secretFields,
      rule: () => {
        // A configuration that is wrong is no matter of a file that is only copied.
        const rule = configs.ruleOf(resolve(folder, path));
        return rule.type === "rule" ? { rule: rule.rule, config: shownPath(rule.config) } : undefined;
      },
    });
    return found.map(({ code, severity, message, hint, at }) => {
      const line = typeof at === "number" ? ` (line ${at})` : "";
      return { code, severity, message: `${message}${line}`, hint };
    });
  };
}
