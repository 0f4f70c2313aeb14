import { groupOf } from "../../../model/identity.ts";
import type { KindTable } from "../../../model/kind-definition.ts";
import { shownPath } from "../../../places/source-places.ts";
import { sopsConfigs } from "../../secrets/sops-configs.ts";
import { checkSealed, type SealedFinding } from "./check-sealed.ts";
import type { YamlInput } from "./inputs.ts";

/** Checks encrypted files. */
export type CheckSealedFile = (input: YamlInput) => readonly SealedFinding[];

/** Makes the check of encrypted files, which knows the `.sops.yaml` of each. */
export function sealedFileCheck(kinds: KindTable): CheckSealedFile {
  const configs = sopsConfigs(process.env);
  return ({ name, text, file }) =>
    checkSealed(text, {
      name,
      secretFields: (apiVersion, kind) => kinds.find(groupOf(apiVersion), kind)?.secretFields,
      rule: () => {
        const found = file === undefined ? undefined : configs.ruleOf(file);
        return found?.type === "rule" ? { rule: found.rule, config: shownPath(found.config) } : undefined;
      },
    });
}
