import { join } from "node:path";
import type { Sealing } from "../../compile/view.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { ReadSecret } from "../../model/secret-value.ts";
import { shownPath } from "../../places/source-places.ts";
import { encryptsOnlyValues } from "../../sops/rules.ts";
import { type Environment, secretReader } from "./read-secret.ts";
import { type SopsConfigs, sopsConfigs } from "./sops-configs.ts";

/** What a program with Secrets stands on: where their values are, and how they are encrypted. */
export interface ProgramSecrets {
  readonly environment: Environment;
  readonly read: ReadSecret;
  readonly configs: SopsConfigs;
  /** Says how a file is encrypted, by its path from the output folder. */
  readonly sealing: (path: string) => Sealing;
  /** What was wrong with the configurations that were asked. */
  readonly problems: () => readonly Diagnostic[];
}

/**
 * Gets ready for the Secrets of a program. Nothing is read before it is asked for.
 *
 * @param root The output folder.
 * @param programFolder Where paths of files with secrets start.
 */
export function programSecrets(
  root: string,
  programFolder: string,
  environment: Environment = process.env,
): ProgramSecrets {
  const configs = sopsConfigs(environment);
  return {
    environment,
    configs,
    read: secretReader(programFolder, environment),
    problems: configs.problems,
    sealing: (path) => {
      const found = configs.ruleOf(join(root, path));
      const config = found.config === undefined ? undefined : shownPath(found.config);
      if (config === undefined || found.type === "none") return { type: "none", config };
      if (found.type === "broken") return { type: "broken", config };
      if (encryptsOnlyValues(found.rule)) return { type: "sealed", config };
      const line = found.rule.line === undefined ? "" : ` at line ${found.rule.line}`;
      return {
        type: "unfit",
        config,
        message: `the rule${line} of ${config} does not encrypt exactly what stands under data and stringData`,
        hint: "add encrypted_regex: ^(data|stringData)$ to the rule: Flux has to read apiVersion, kind and metadata, and nobody the values",
      };
    },
  };
}
