import { marksOf } from "../model/resource.ts";
import type { ReadSecret } from "../model/secret-value.ts";
import { maySubstitute } from "./check-objects.ts";
import type { ReadYaml } from "./check-syntax/syntax-problem.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Instance } from "./instance.ts";
import { checkAnySecret } from "./secret-content/check-any.ts";
import { USE_CHECKS } from "./secret-content/check-use.ts";
import { secretContents } from "./secret-content/secret-contents.ts";
import { UseProblems } from "./secret-content/use-problems.ts";
import type { SecretFindings } from "./secret-findings.ts";

/** Reports what is wrong with each Secret in itself: what the API server would not take, and what nothing could use that it was built for. */
export function checkSecrets(
  linked: ReadonlyMap<Instance, CompiledResource>,
  { readSecret, readYaml }: { readonly readSecret?: ReadSecret | undefined; readonly readYaml?: ReadYaml | undefined },
  findings: SecretFindings,
): void {
  for (const [instance, compiled] of linked) {
    const { definition, manifest, resource } = compiled;
    const { encryptedFile, secretUse } = marksOf(resource);
    if (!definition?.secretFields || encryptedFile) continue;
    const contents = secretContents(compiled, readSecret, maySubstitute(instance));
    const problems = new UseProblems(contents, readYaml);
    if (secretUse) USE_CHECKS[secretUse](problems);
    for (const problem of [...checkAnySecret(manifest["type"], contents), ...problems.found]) {
      findings.report(problem, instance, compiled, contents);
    }
  }
}
