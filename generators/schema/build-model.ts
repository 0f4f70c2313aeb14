import type { Applier } from "../../sdk/model/kind-definition.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { Lock } from "../locks/lock.ts";
import type { Releases } from "../locks/releases.ts";
import type { Overlay } from "../overlays/overlay.ts";
import { History } from "./history.ts";
import { readSpec } from "./read-schema.ts";
import { releasesOfKind, versionsOfKind } from "./releases-of-kind.ts";
import type { KindDocs, KindModel, ObjectNode } from "./schema-model.ts";
import { UsedOverlay } from "./used-overlay.ts";

/** What a kind's model is built of. */
export interface ModelSource {
  readonly overlay: Overlay;
  /** The locks of all kinds. */
  readonly locks: readonly Lock[];
  readonly releases: Releases;
  readonly docs: KindDocs;
}

/** Builds the model of the kind that an overlay is for. `undefined` when it cannot; the report says why. */
export function buildModel({ overlay, locks, releases, docs }: ModelSource, report: Report): KindModel | undefined {
  const { group, kind } = overlay;
  const kindReleases = releasesOfKind(
    locks.filter((lock) => lock.group === group && lock.names.kind === kind),
    releases,
  );
  const newest = kindReleases.at(-1);
  if (newest === undefined) {
    const file = `generators/overlays (${kind}.${group})`;
    report(
      problem(
        "generate/missing-lock",
        { file },
        `no lock serves ${kind} of ${group}`,
        "run `npm run locks` over the CRDs of its release",
      ),
    );
    return undefined;
  }
  const { lock } = newest;
  const used = new UsedOverlay(overlay, report);
  const file = `generators/crds/${lock.release}/${lock.group}_${lock.names.plural}.json`;
  const spec = readSpec({
    kind,
    file,
    version: newest.newest,
    history: new History(kindReleases),
    overlay: used,
    report,
  });
  if (spec === undefined) return undefined;
  used.reportUnused();
  if (overlay.applier !== undefined) checkApplier(overlay.applier, spec, used);
  return {
    kind,
    group,
    scope: lock.scope === "Cluster" ? "Cluster" : "Namespaced",
    origin: `${lock.controller} (${lock.version})`,
    versions: versionsOfKind(kindReleases),
    spec,
    overlay,
    docs,
  };
}

function checkApplier(applier: Applier, spec: ObjectNode, overlay: UsedOverlay): void {
  for (const [fact, field] of Object.entries(applier)) {
    if (!spec.fields.some(({ name }) => name === field)) {
      overlay.unmatched(`spec.${field}`, `the applier's ${fact}`, "no such field is there");
    }
  }
}
