// Documents that Flux's own pages and samples show: the builder given the same spec emits the same data.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { emitFile } from "../../sdk/emit/emit-file.ts";
import {
  configMap,
  gitRepository,
  helmRelease,
  helmRepository,
  kustomization,
  namespace,
  ociRepository,
  type Resource,
  type ResourceOptions,
  secret,
  serviceAccount,
} from "../../sdk/index.ts";
import { fixturesFolder } from "../fixtures-folder.ts";
import { compileResources } from "./compile/compile-fleet.ts";

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ResourceOptions & { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** A block of a page or a file of samples. */
interface Sample {
  readonly name: string;
  readonly objects: readonly KubernetesObject[];
}

type Build = (name: string, content: never, options: ResourceOptions) => Resource;

/** A builder by the `apiVersion` and kind that are current, and whether it takes the spec or everything beside the metadata. */
const BUILDERS = new Map<string, readonly [build: Build, takes: "spec" | "body"]>([
  ["source.toolkit.fluxcd.io/v1/GitRepository", [gitRepository, "spec"]],
  ["source.toolkit.fluxcd.io/v1/OCIRepository", [ociRepository, "spec"]],
  ["source.toolkit.fluxcd.io/v1/HelmRepository", [helmRepository, "spec"]],
  ["kustomize.toolkit.fluxcd.io/v1/Kustomization", [kustomization, "spec"]],
  ["helm.toolkit.fluxcd.io/v2/HelmRelease", [helmRelease, "spec"]],
  ["v1/ConfigMap", [configMap, "body"]],
  ["v1/Namespace", [namespace, "body"]],
  ["v1/Secret", [secret, "body"]],
  ["v1/ServiceAccount", [serviceAccount, "body"]],
]);

/** A document alone does not say where what it names comes from, and some leave the namespace to the reader. */
const EXPECTED_CODES = ["namespace/uncreated", "reference/unresolved"];

const fixtures = fixturesFolder();
const samples = fixtures === undefined ? [] : [...pageBlocks(fixtures), ...sampleFiles(fixtures)];
const objects = samples.flatMap(({ name, objects }) =>
  objects.filter(isBuilt).map((object) => [`${name}: ${object.kind} ${object.metadata.name}`, object] as const),
);
const secrets = objects.filter(([, { kind }]) => kind === "Secret");
const others = objects.filter(([, { kind }]) => kind !== "Secret");

/** The blocks that are complete and current: those in which a validator found nothing. */
function pageBlocks(folder: string): readonly Sample[] {
  const index: readonly { file: string; parses: boolean; schemaErrors?: readonly string[] }[] = JSON.parse(
    readFileSync(join(folder, "fixtures", "docs", "index.json"), "utf8"),
  );
  const whole = index.filter(({ parses, schemaErrors }) => parses && schemaErrors === undefined);
  return whole.map(({ file }) => read(file, join(folder, "fixtures", "docs", file)));
}

function sampleFiles(folder: string): readonly Sample[] {
  const root = join(folder, "fixtures", "samples");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".yaml"));
  return files.sort().map((file) => read(file, join(root, file)));
}

function read(name: string, file: string): Sample {
  const documents = parseAllDocuments(readFileSync(file, "utf8")).map((document): unknown => document.toJS());
  return { name, objects: documents.filter(isObject) };
}

function isObject(document: unknown): document is KubernetesObject {
  return typeof document === "object" && document !== null && "apiVersion" in document && "kind" in document;
}

/** A page that shows a status alone shows nothing that anybody writes. */
function isBuilt({ apiVersion, kind, spec }: KubernetesObject): boolean {
  const [, takes] = BUILDERS.get(`${apiVersion}/${kind}`) ?? [];
  return takes === "body" || (takes === "spec" && spec !== undefined);
}

/** The object as the builder of its kind makes it. */
function rebuilt({ apiVersion, kind, metadata, ...body }: KubernetesObject, inNamespace: string | undefined): Resource {
  const [build, takes] = BUILDERS.get(`${apiVersion}/${kind}`) ?? [];
  if (build === undefined) throw new Error(`no builder of ${apiVersion} ${kind}`);
  const { name, labels, annotations } = metadata;
  // The document is current and complete, so what stands there is the builder's own type.
  const content = (takes === "spec" ? body.spec : body) as never;
  return build(name, content, { namespace: inNamespace, labels, annotations });
}

describe("documents of Flux's pages and samples", () => {
  beforeEach(({ skip }) =>
    skip(fixtures === undefined, "the public documents are not beside the repository (see fixtures-folder.ts)"),
  );

  test("are all there", () => {
    expect(existsSync(join(fixtures ?? "", "fixtures", "docs"))).toBe(true);
    expect(others.length).toBeGreaterThan(60);
    expect(secrets.length).toBeGreaterThan(40);
    expect(new Set(others.map(([, { kind }]) => kind)).size).toBe(6);
  });

  test.for(others)("%s", ([, given]) => {
    const inNamespace = given.kind === "Namespace" ? undefined : (given.metadata.namespace ?? "default");
    const { compiled, codes } = compileResources(rebuilt(given, inNamespace));
    expect(codes.filter((code) => !EXPECTED_CODES.includes(code))).toEqual([]);

    const resources = compiled.clusters.flatMap((cluster) => cluster.resources);
    const file = { type: "resources", path: "one.yaml", clusters: ["test"], owners: ["root"], resources } as const;
    const [emitted, ...more] = parseAllDocuments(emitFile(file)).map((document): unknown => document.toJS());
    expect(more).toEqual([]);
    expect(emitted).toEqual({ ...given, metadata: { ...given.metadata, namespace: inNamespace } });
  });

  test.for(secrets)("%s is not written in plain text", ([, given]) => {
    const { codes } = compileResources(rebuilt(given, given.metadata.namespace ?? "default"));
    expect(codes).toContain("secret/plaintext");
  });
});
