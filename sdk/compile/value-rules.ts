import { type FieldPath, formatFieldPath } from "../model/field-path.ts";
import { formatIdentity, type ResourceId } from "../model/identity.ts";
import type { Resource } from "../model/resource.ts";
import { specField } from "./body.ts";
import type { Deployment } from "./deployments.ts";
import type { Instance } from "./instance.ts";
import { place, type Reporter } from "./reporter.ts";
import type { ValueProblem } from "./values.ts";

/** Where a value stands. */
export interface ValuePlace {
  readonly resource: Resource;
  readonly instance: Instance;
  readonly path: FieldPath;
}

/** Reports a value that cannot be written where it stands. */
export function reportValue(
  problem: Exclude<ValueProblem, { type: "image" | "not-secret" }>,
  { resource, instance, path }: ValuePlace,
  isInGit: (deployment: Deployment) => boolean,
  reporter: Reporter,
): void {
  const subject = { resource, id: instance.id, path };
  const name = formatIdentity(instance.id);
  const field = formatFieldPath(path);
  switch (problem.type) {
    case "deferred":
      if (!instance.deployments.some(isInGit)) return;
      reporter.report("deferred/in-git", {
        ...subject,
        message: `${field} of ${name} is a deferred value, and Git delivers this object`,
        hint: 'write substitution("NAME") here, and give NAME the value in postBuild.substitute of a Kustomization that Pulumi applies',
      });
      return;
    case "secret":
      if (holdsSecrets(instance, path)) return;
      reporter.report("secret/misplaced", {
        ...subject,
        message: `${field} of ${name} is a secret value, and it would stand there in plain text`,
        hint: "put it into a Secret and name that here: secretRef, valuesFrom, substituteFrom, or a secretKeyRef",
      });
      return;
    case "stringified":
    case "unsupported":
      reportNoData(problem, subject, reporter);
      return;
    case "substitution":
      for (const deployment of instance.deployments) {
        const { by } = deployment;
        if (!isInGit(deployment)) {
          reporter.report("substitution/not-filled", {
            ...subject,
            message: `Pulumi applies ${name}, and nothing fills in \${${problem.variable}}`,
            hint: "give the value itself: it may be a pulumi.Output here",
          });
          continue;
        }
        if (!by || specField(by.node.resource, by.applier.postBuild) !== undefined) continue;
        reporter.report("substitution/not-filled", {
          ...subject,
          message: `${formatIdentity(by.id)} applies ${name} and has no postBuild, so \${${problem.variable}} stays as it is`,
          hint: `give it postBuild: { substitute: { ${problem.variable}: … } }`,
          related: [place(`${formatIdentity(by.id)} is made here`, by.node.resource)],
        });
      }
      return;
  }
}

/** Reports a value that is no data, wherever it stands. */
export function reportNoData(
  problem: Extract<ValueProblem, { type: "stringified" | "unsupported" }>,
  subject: { readonly resource: Resource; readonly id: ResourceId; readonly path: FieldPath },
  reporter: Reporter,
): void {
  const place = `${formatFieldPath(subject.path)} of ${formatIdentity(subject.id)}`;
  if (problem.type === "stringified") {
    reporter.report("deferred/stringified", {
      ...subject,
      message: `${place} holds a Pulumi Output that was turned into text`,
      hint: "give the Output itself, or join it with pulumi.interpolate`…`",
    });
    return;
  }
  reporter.report("value/unsupported", {
    ...subject,
    message: `${place} is ${problem.what}`,
    hint: problem.hint ?? "write strings, finite numbers, booleans, null, lists and plain objects",
  });
}

/** Says whether a field is one of those in which a kind keeps secrets. */
function holdsSecrets({ values }: Instance, [top]: FieldPath): boolean {
  return values[0]?.node.definition?.secretFields?.some((field) => field === top) === true;
}
