import { formatIdentity } from "../model/identity.ts";
import type { CompiledResource } from "./compiled.ts";
import type { Instance } from "./instance.ts";
import { mayBePatched } from "./patches.ts";
import type { Finding, Reporter } from "./reporter.ts";
import type { SecretContents } from "./secret-content/secret-contents.ts";
import type { SecretProblem } from "./secret-content/secret-problem.ts";

/** Reports what is wrong with Secrets, each key of one only once: who refers to it may say the same as the Secret's own check. */
export class SecretFindings {
  readonly #reporter: Reporter;
  readonly #said = new WeakMap<Instance, Set<string>>();

  constructor(reporter: Reporter) {
    this.#reporter = reporter;
  }

  /**
   * @param about What is known beside the problem: the object that refers to the Secret.
   */
  report(
    { key, message, hint, severity, code = "secret/content" }: SecretProblem,
    instance: Instance,
    { resource, id }: Pick<CompiledResource, "resource" | "id">,
    contents: Pick<SecretContents, "path">,
    about: Pick<Finding, "related"> = {},
  ): void {
    const said = this.#said.get(instance) ?? new Set();
    this.#said.set(instance, said);
    const path = contents.path(key);
    if (said.has(key) || mayBePatched(instance, path)) return;
    said.add(key);
    this.#reporter.report(code, {
      ...about,
      message: `${key} of ${formatIdentity(id)} ${message}`,
      hint,
      severity,
      resource,
      id,
      path,
    });
  }
}
