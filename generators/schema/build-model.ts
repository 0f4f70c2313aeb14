import type { ChartInstaller, ChartSource } from "../../sdk/model/chart-kinds.ts";
import type { FieldPath } from "../../sdk/model/field-path.ts";
import type { Applier, Readiness } from "../../sdk/model/kind-definition.ts";
import { problem, type Report } from "../diagnostic.ts";
import type { KindDocs } from "../docs/kind-docs.ts";
import type { Lock } from "../locks/lock.ts";
import { lockFileName } from "../locks/print-lock.ts";
import type { Releases } from "../locks/releases.ts";
import type { Overlay } from "../overlays/overlay.ts";
import { historyOf } from "./history.ts";
import { namedTypes } from "./named-types.ts";
import { readSpec } from "./read-spec.ts";
import { releasesOfKind, versionsOfKind } from "./releases-of-kind.ts";
import type { ObjectNode, SchemaModel } from "./schema-model.ts";
import { overlayFile, type TrackedOverlay, trackOverlay } from "./track-overlay.ts";

/** What a kind's model is built of. */
export interface ModelSource {
  readonly overlay: Overlay;
  /** The locks of all kinds. */
  readonly locks: readonly Lock[];
  readonly releases: Releases;
  readonly docs: KindDocs;
}

/** Builds the model of the kind that an overlay is for. `undefined` when it cannot; the report says why. */
export function buildModel({ overlay, locks, releases, docs }: ModelSource, report: Report): SchemaModel | undefined {
  const { group, kind } = overlay;
  const kindReleases = releasesOfKind(
    locks.filter((lock) => lock.group === group && lock.names.kind === kind),
    releases,
  );
  const latest = kindReleases.at(-1);
  if (latest === undefined) {
    report(
      problem(
        "generate/missing-lock",
        { file: overlayFile(kind) },
        `no lock serves ${kind} of ${group}`,
        "run `npm run locks` over the CRDs of its release, or correct the overlay's group and kind",
      ),
    );
    return undefined;
  }
  const { lock, newest } = latest;
  const tracked = trackOverlay(overlay, report);
  const file = `generators/crds/${lockFileName(lock)}`;
  const read = readSpec({ kind, file, version: newest, history: historyOf(kindReleases), overlay: tracked, report });
  if (read === undefined) return undefined;
  const { spec, required, rules } = read;
  tracked.reportUnused();
  if (overlay.applier !== undefined) checkApplier(overlay.applier, spec, tracked);
  if (overlay.readiness !== undefined) checkReadiness(overlay.readiness, spec, tracked);
  if (overlay.charts !== undefined) checkCharts(overlay.charts, spec, tracked);
  if (overlay.chartSource !== undefined) checkChartSource(overlay.chartSource, spec, tracked);
  return {
    kind,
    group,
    aliases: aliasesOf(lock),
    scope: lock.scope === "Cluster" ? "Cluster" : "Namespaced",
    origin: `${lock.controller} (${lock.version})`,
    versions: versionsOfKind(kindReleases),
    spec,
    required,
    rules,
    types: namedTypes(kind, spec, report),
    overlay,
    docs,
  };
}

function aliasesOf({ names }: Lock): readonly string[] {
  const { plural, shortNames } = names;
  return [plural, ...(Array.isArray(shortNames) ? shortNames.map(String) : [])];
}

function checkApplier(applier: Applier, spec: ObjectNode, overlay: TrackedOverlay): void {
  const { changes, ...facts } = applier;
  for (const [fact, field] of [...Object.entries(facts), ...changes.map((name) => ["changes", name] as const)]) {
    if (!spec.fields.some(({ name }) => name === field)) {
      overlay.unmatched(`spec.${field}`, `the applier's ${fact}`, "no such field is there");
    }
  }
}

function checkReadiness({ except = [], timeouts = [] }: Readiness, spec: ObjectNode, overlay: TrackedOverlay): void {
  checkPaths([...except.map(({ path }) => path), ...timeouts], "the kind's readiness", spec, overlay);
}

function checkCharts({ unchecked, ...paths }: ChartInstaller, spec: ObjectNode, overlay: TrackedOverlay): void {
  checkPaths([...Object.values(paths), ...unchecked], "how charts are installed", spec, overlay);
}

function checkChartSource({ type: _type, ...fields }: ChartSource, spec: ObjectNode, overlay: TrackedOverlay): void {
  const paths = Object.values(fields).map((field) => ["spec", field]);
  checkPaths(paths, "where charts come from", spec, overlay);
}

function checkPaths(paths: readonly FieldPath[], entry: string, spec: ObjectNode, overlay: TrackedOverlay): void {
  for (const [top, field, ...below] of paths) {
    if (top === "spec" && !spec.fields.some(({ name }) => name === field)) {
      overlay.unmatched(`spec.${[field, ...below].join(".")}`, entry, "no such field is there");
    }
  }
}
