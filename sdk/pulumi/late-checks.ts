import type { Resource } from "@pulumi/pulumi";
import { checkKnown } from "../compile/check-known.ts";
import type { AwaitedReference, Manifest, PlacedResource } from "../compile/compiled.ts";
import { isData, isMap } from "../compile/values.ts";
import { type Diagnostic, hasErrors } from "../diagnostics/diagnostic.ts";
import type { Cluster } from "../model/cluster.ts";
import { isDeferred } from "../model/deferred.ts";
import type { DeployError } from "./deploy-error.ts";
import { keepUnregistered } from "./keep-unregistered.ts";
import { misplacedSecrets } from "./misplaced-secrets.ts";
import { settle } from "./settle.ts";

/** What is done with what is found late. */
export interface LateReport {
  readonly warn: (warnings: readonly Diagnostic[]) => void;
  readonly error: (diagnostics: readonly Diagnostic[]) => DeployError;
}

/** Checks objects again when their deferred values are known. Nobody asks for an object before it has passed. */
export class LateChecks {
  readonly #cluster: Cluster;
  readonly #report: LateReport;
  readonly #said: ReadonlySet<string>;
  readonly #checks: Promise<void>[] = [];
  #failures: Diagnostic[] = [];
  #failing: Promise<never> | undefined;

  /** @param found What was said when the cluster was compiled, which is not said again. */
  constructor(cluster: Cluster, found: readonly Diagnostic[], report: LateReport) {
    this.#cluster = cluster;
    this.#report = report;
    this.#said = new Set(found.map(keyOf));
  }

  /** What an object has to wait for, which comes only once its values are known and right, or known to stay unknown. */
  when(resource: PlacedResource, dependsOn: Resource[]): Resource[] | Promise<Resource[]> {
    const { manifest, awaited = [] } = resource;
    if (awaited.length === 0 && !holdsDeferred(manifest)) return dependsOn;
    const check = this.#check(resource, awaited);
    this.#checks.push(check);
    return check.then(() => dependsOn);
  }

  /** Resolves when nothing more is to be checked. */
  async done(): Promise<void> {
    await Promise.all(this.#checks);
  }

  async #check(resource: PlacedResource, references: readonly AwaitedReference[]): Promise<void> {
    // What is settled of a manifest is one.
    const manifest = (await settle(resource.manifest)) as Manifest;
    const awaited = await Promise.all(
      references.map(async ({ path, reference: { kind, name, namespace } }) => ({
        path,
        reference: { kind, name: await settle(name), namespace: await settle(namespace) },
      })),
    );
    const found = [
      ...checkKnown({ resource, manifest, awaited }, this.#cluster.name, { flux: this.#cluster.flux }),
      ...(await misplacedSecrets(resource, manifest, this.#cluster.name)),
    ];
    const news = found.filter((diagnostic) => !this.#said.has(keyOf(diagnostic)));
    if (!hasErrors(news)) {
      this.#report.warn(news.filter(({ severity }) => severity === "warning"));
      return;
    }
    this.#failures.push(...news);
    this.#failing ??= this.#fail();
    await this.#failing;
  }

  /** Fails with everything that is found at the same time: Pulumi prints an error once, whoever waits for it. */
  async #fail(): Promise<never> {
    await new Promise((resolve) => setTimeout(resolve));
    const failures = this.#failures;
    this.#failures = [];
    this.#failing = undefined;
    const error = this.#report.error(failures);
    keepUnregistered(error);
    throw error;
  }
}

function keyOf({ code, resource, path }: Diagnostic): string {
  return JSON.stringify([code, resource, path]);
}

function holdsDeferred(value: unknown): boolean {
  if (isData(value)) return false;
  if (isDeferred(value)) return true;
  if (Array.isArray(value)) return value.some(holdsDeferred);
  return isMap(value) && Object.values(value).some(holdsDeferred);
}
