import { type FieldPath, formatFieldPath } from "../../model/field-path.ts";
import type { FluxVersion } from "../../model/flux-version.ts";
import { formatIdentity } from "../../model/identity.ts";
import type { KindTable } from "../../model/kind-definition.ts";
import type { SecretConsumer } from "../../model/secret-use.ts";
import type { ReadYaml } from "../check-syntax/syntax-problem.ts";
import type { CompiledResource } from "../compiled.ts";
import { fieldOf } from "../foreign-objects.ts";
import { type Instance, referrer as referring } from "../instance.ts";
import { mayBePatched } from "../patches.ts";
import { place, type Reporter } from "../reporter.ts";
import { USE_CHECKS } from "../secret-content/check-use.ts";
import type { SecretProblem } from "../secret-content/secret-problem.ts";
import { UseProblems } from "../secret-content/use-problems.ts";
import type { SecretFindings } from "../secret-findings.ts";
import type { Consumer, SecretSlot } from "./consumer.ts";
import { DOCKER_CONFIG_KEY } from "./consumers/registry.ts";
import { CONSUMERS } from "./consumers.ts";
import { fieldsOf } from "./fields.ts";
import { type KnownSecret, knownSecret, type SecretSources } from "./known-secret.ts";
import { buildersOf } from "./secret-builders.ts";
import { neededSlots } from "./secret-slots.ts";

/** An object of the program that names a Secret of the program. */
export interface NamedSecret {
  readonly from: Instance;
  readonly to: Instance;
  readonly path: FieldPath;
  readonly consumer: SecretConsumer;
}

/** What is asked to check the uses of Secrets. */
export interface SecretUseContext extends SecretSources {
  readonly flux: FluxVersion;
  readonly kinds: KindTable;
  readonly linked: ReadonlyMap<Instance, CompiledResource>;
  readonly readYaml?: ReadYaml | undefined;
  /** What is said of the keys of Secrets. */
  readonly findings: SecretFindings;
  readonly reporter: Reporter;
}

/** Reports Secrets that what reads them would refuse, or find nothing in. */
export function checkSecretUse(named: readonly NamedSecret[], context: SecretUseContext): void {
  for (const one of named) checkNamed(one, context);
}

function checkNamed({ from, to, path, consumer: name }: NamedSecret, context: SecretUseContext): void {
  const { linked, reporter } = context;
  const [referrer, target] = [linked.get(from), linked.get(to)];
  const secret = target && knownSecret(to, target, context);
  if (!referrer || !target || !secret) return;
  const consumer = CONSUMERS[name];
  const slot = slotAt(from, referrer, path, context);
  const uses = consumer.uses(slot);
  const subject = {
    resource: referrer.resource,
    id: from.id,
    path,
    related: [place(`${formatIdentity(to.id)} is made here`, target.resource)],
  };
  const sentence = `${formatFieldPath(path)} of ${formatIdentity(from.id)} names ${formatIdentity(to.id)}`;
  if (secret.use !== undefined && uses && !uses.includes(secret.use)) {
    reporter.report("secret/wrong-use", {
      ...subject,
      message: `${sentence}, which was made with ${buildersOf([secret.use])}`,
      hint: `make it with ${buildersOf(uses)}`,
    });
    return;
  }
  const found = consumer.check(secret, slot);
  for (const { code, message, hint, severity } of found) {
    // Of one that is in the program, its own check says so.
    if (
      code === "secret/wrong-type" &&
      secret.contents.path(DOCKER_CONFIG_KEY).length > 0 &&
      secret.has(DOCKER_CONFIG_KEY)
    )
      continue;
    const whole = withBuilders(hint, secret, uses);
    reporter.report(code, { ...subject, message: `${sentence}, ${message}`, hint: whole, severity });
  }
  if (found.some(({ severity }) => severity === undefined)) return;
  for (const problem of valueProblems(consumer, secret, slot, context)) {
    context.findings.report(problem, to, target, secret.contents, { related: [referring(from)] });
  }
}

/** What is wrong with values: of one that nobody built, also what its builder would have looked at. */
function valueProblems(
  consumer: Consumer,
  secret: KnownSecret,
  slot: SecretSlot,
  { readYaml }: Pick<SecretUseContext, "readYaml">,
): readonly SecretProblem[] {
  const problems: SecretProblem[] = [];
  const [use, ...others] = secret.use === undefined ? (consumer.uses(slot) ?? []) : [];
  if (use !== undefined && others.length === 0) {
    const its = new UseProblems(secret.contents, readYaml);
    USE_CHECKS[use](its);
    for (const problem of its.found) {
      const isValue = problem.code === undefined || problem.code === "secret/content";
      if (isValue && (consumer.reads?.(problem.key, secret, slot) ?? true)) problems.push(problem);
    }
  }
  return [...problems, ...(consumer.read?.(secret, slot) ?? []).filter((problem) => problem !== undefined)];
}

/** Who wrote the keys of a Secret may not know that there are builders. */
function withBuilders(
  hint: string,
  { use }: KnownSecret,
  uses: ReturnType<(typeof CONSUMERS)[SecretConsumer]["uses"]>,
): string {
  return use === undefined && uses ? `${hint}; ${buildersOf(uses)} makes such a Secret` : hint;
}

/** Reports an object that names no Secret and cannot do without. */
export function checkMissingSecrets(
  instance: Instance,
  compiled: CompiledResource,
  context: Pick<SecretUseContext, "flux" | "kinds" | "reporter">,
): void {
  const { manifest, definition, resource } = compiled;
  const schema = definition?.body?.();
  if (!schema) return;
  for (const { path, consumer } of neededSlots(schema)) {
    const holder = valueAt(manifest, path.slice(0, -1));
    if (typeof holder !== "object" || holder === null || valueAt(manifest, path) !== undefined) continue;
    if (mayBePatched(instance, path)) continue;
    const missing = CONSUMERS[consumer].without?.(slotAt(instance, compiled, path, context));
    if (!missing) continue;
    context.reporter.report("secret/missing", {
      resource,
      id: instance.id,
      path,
      message: `${formatIdentity(instance.id)} ${missing.message}`,
      hint: missing.hint,
    });
  }
}

function slotAt(
  instance: Instance,
  { manifest }: CompiledResource,
  path: FieldPath,
  { flux, kinds }: Pick<SecretUseContext, "flux" | "kinds">,
): SecretSlot {
  const fields = (at: FieldPath): SecretSlot["spec"] =>
    fieldsOf(valueAt(manifest, at), at, (field) => mayBePatched(instance, field));
  return {
    field: String(path.at(-1) ?? ""),
    spec: fields(["spec"]),
    holder: fields(path.slice(0, -1)),
    reference: fields(path),
    flux,
    kinds,
  };
}

function valueAt(manifest: unknown, path: FieldPath): unknown {
  return path.reduce((value, key) => fieldOf(value, String(key)), manifest);
}
