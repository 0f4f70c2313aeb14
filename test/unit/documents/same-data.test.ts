// Documents that Flux's own pages, samples and command line show: the builder given the same spec emits the same data.
import { beforeEach, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { emitFile } from "../../../sdk/emit/emit-file.ts";
import type { Resource } from "../../../sdk/index.ts";
import { fixturesFolder } from "../../fixtures-folder.ts";
import { compileResources } from "../compile/compile-fleet.ts";
import { builderOf, contentOf, FLUX_KINDS } from "./builders.ts";
import { type KubernetesObject, readPublicDocuments } from "./public-documents.ts";

/**
 * A document alone does not say where what it names comes from, and some leave the namespace to the reader. One names a commit by
 * the short form of its hash, which Flux does not find.
 */
const EXPECTED_CODES = ["namespace/uncreated", "reference/unresolved", "syntax/git-reference"];

const fixtures = fixturesFolder();
const { documents, excluded } = readPublicDocuments(fixtures);
const built = documents
  .filter(({ object }) => builderOf(object) !== undefined)
  .map(({ place, object }) => [`${place}: ${object.kind} ${object.metadata.name}`, object] as const);
const secrets = built.filter(([, { kind }]) => kind === "Secret");
const others = built.filter(([, { kind }]) => kind !== "Secret");

/** The object as the builder of its kind makes it. */
function rebuilt(object: KubernetesObject, inNamespace: string | undefined): Resource {
  const builder = builderOf(object);
  if (builder === undefined) throw new Error(`no builder of ${object.apiVersion} ${object.kind}`);
  const { name, labels, annotations } = object.metadata;
  // The document is current and complete, so what stands there is the builder's own type.
  const content = contentOf(object, builder.takes) as never;
  return builder.build(name, content, { namespace: inNamespace, labels, annotations });
}

function countBy(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

describe("documents of Flux's pages, samples and command line", () => {
  beforeEach(({ skip }) =>
    skip(fixtures === undefined, "the public documents are not beside the repository (see fixtures-folder.ts)"),
  );

  test("are of every kind of Flux that has a builder", () => {
    expect(FLUX_KINDS.filter((kind) => built.every(([, object]) => object.kind !== kind))).toEqual([]);
    expect([others.length, secrets.length]).toEqual([215, 56]);
  });

  test("are left out for known reasons alone", () => {
    expect(countBy(excluded.map(({ why }) => why))).toEqual({
      "does not parse": 5,
      "is incomplete or wrong by the schema": 78,
      "is no object of its own": 1,
    });
    const unbuilt = documents.filter(({ object }) => builderOf(object) === undefined);
    expect(countBy(unbuilt.map(({ object }) => (object.spec === undefined ? "has no spec" : object.kind)))).toEqual({
      "has no spec": 13,
      Cluster: 2,
      ExternalArtifact: 2,
    });
  });

  test.for(others)("%s", ([, given]) => {
    const inNamespace = given.kind === "Namespace" ? undefined : (given.metadata.namespace ?? "default");
    const { compiled, codes } = compileResources(rebuilt(given, inNamespace));
    expect(codes.filter((code) => !EXPECTED_CODES.includes(code))).toEqual([]);

    const resources = compiled.clusters.flatMap((cluster) => cluster.resources);
    const file = { type: "resources", path: "one.yaml", clusters: ["test"], owners: ["root"], resources } as const;
    const [emitted, ...more] = parseAllDocuments(emitFile(file)).map((document): unknown => document.toJS());
    expect(more).toEqual([]);
    const { status: _status, ...written }: KubernetesObject & { readonly status?: unknown } = given;
    expect(emitted).toEqual({ ...written, metadata: { ...given.metadata, namespace: inNamespace } });
  });

  test.for(secrets)("%s is not written in plain text", ([, given]) => {
    const { codes } = compileResources(rebuilt(given, given.metadata.namespace ?? "default"));
    expect(codes).toContain("secret/plaintext");
  });
});
