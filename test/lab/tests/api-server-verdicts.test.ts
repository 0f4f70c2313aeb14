// A real API server takes what the examples' programs emit, and what Flux's own pages and samples show.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixturesFolder } from "../../fixtures-folder.ts";
import { kubernetes } from "../cluster/kubernetes.ts";
import { type KubeObject, keyOf } from "../cluster/objects.ts";
import { condition } from "../cluster/wait.ts";
import { openOracle } from "../oracle/open-oracle.ts";
import type { Oracle } from "../oracle/oracle.ts";
import { crdOfLock, WITHOUT_CONTROLLER } from "./crd-of-lock.ts";
import { EXAMPLES, emittedFiles, exampleFolder, objectsOf, type PlacedDocument } from "./documents.ts";

let oracle: Oracle;
beforeAll(async () => {
  const definitions = await kubernetes().apply(...WITHOUT_CONTROLLER.map(crdOfLock));
  for (const definition of definitions) await condition(keyOf(definition), "Established", "True");
  oracle = await openOracle();
});

/** What is refused: the place of each document, and the reason and path of each cause. */
async function refusals(documents: readonly PlacedDocument[]): Promise<readonly string[]> {
  const verdicts = await oracle.verdicts(documents.map(({ document }) => document));
  return documents.flatMap(({ place }, index) => {
    const verdict = verdicts[index];
    if (verdict?.accepted) return [];
    return (verdict?.causes ?? []).map(
      ({ reason, path, message }) => `${place}: ${[reason, path || message].join(" ")}`,
    );
  });
}

/** Kinds of other projects, whose CRDs the lab does not have. */
const OTHERS_KINDS = [
  "cert-manager.io/v1 Certificate",
  "cert-manager.io/v1 ClusterIssuer",
  "external-secrets.io/v1 ClusterSecretStore",
  "external-secrets.io/v1 ExternalSecret",
  "gateway.networking.k8s.io/v1 Gateway",
  "gateway.networking.k8s.io/v1 GatewayClass",
  "volsync.backube/v1alpha1 ReplicationSource",
];

const kindOf = ({ document }: PlacedDocument): string => `${document.apiVersion} ${document.kind}`;

describe("what the examples emit", () => {
  const emitted = (name: string): readonly PlacedDocument[] =>
    emittedFiles(name).flatMap((path) => objectsOf(exampleFolder(name), path));
  // It is for Flux to take this field away: the server has never heard of it.
  const encrypted = (name: string): readonly string[] =>
    emitted(name)
      .filter(({ document }) => "sops" in document)
      .map(({ place }) => `${place}: UnknownField sops`);

  test.for(EXAMPLES)("%s is taken", async (name) => {
    const documents = emitted(name).filter((document) => !OTHERS_KINDS.includes(kindOf(document)));
    expect(documents.length).toBeGreaterThan(5);
    expect(await refusals(documents)).toEqual(encrypted(name));
  });

  test("of kinds that the server does not have is what other projects define", async () => {
    const documents = EXAMPLES.flatMap(emitted);
    const verdicts = await oracle.verdicts(documents.map(({ document }) => document));
    const missing = documents.filter((_, index) => {
      const verdict = verdicts[index];
      return verdict?.accepted === false && verdict.reason === "NotServed";
    });
    expect([...new Set(missing.map(kindOf))].sort()).toEqual(OTHERS_KINDS);
  });
});

describe("what Flux's pages and samples show", () => {
  const fixtures = fixturesFolder();
  beforeEach(({ skip }) =>
    skip(fixtures === undefined, "the public documents are not beside the repository (see fixtures-folder.ts)"),
  );

  test("is taken where it is complete", async () => {
    const documents = completeDocuments(fixtures ?? "");
    expect(documents.length).toBeGreaterThan(200);
    const expected = documents.flatMap(({ place, document }) =>
      leftToTheReader(document).map((why) => `${place}: ${why}`),
    );
    expect(expected).toHaveLength(25);
    expect(await refusals(documents)).toEqual(expected);
  });
});

/** How the server puts what a page leaves to its reader, such as names and data in angle brackets. */
function leftToTheReader({ apiVersion, kind, metadata, ...body }: KubeObject): readonly string[] {
  // Cluster API's, in a page about clusters far away.
  if (apiVersion.startsWith("cluster.x-k8s.io/")) return ["NotServed kind"];
  // An Event names its namespace twice, and the oracle puts it into another.
  if (kind === "Event") return ["FieldValueInvalid involvedObject.namespace"];
  if (metadata.name?.startsWith("<")) return ["FieldValueInvalid metadata.name"];
  if (kind !== "Secret") return [];
  // A Secret's own fields.
  const { type, data, stringData } = body as {
    readonly type?: string;
    readonly data?: Texts;
    readonly stringData?: Texts;
  };
  if (Object.values(data ?? {}).some((value) => value.startsWith("<"))) return [`BadRequest ${NOT_BASE64}`];
  const needed = type === "kubernetes.io/tls" ? ["tls.crt", "tls.key"] : [];
  const missing = needed.filter((key) => !(key in { ...data, ...stringData }));
  return missing.map((key) => `FieldValueRequired data[${key}]`);
}

type Texts = Readonly<Record<string, string>>;

const NOT_BASE64 = 'Secret in version "v1" cannot be handled as a Secret: illegal base64 data at input byte 0';

/** The blocks of the pages that are complete by the pages' index, and all samples. */
function completeDocuments(folder: string): readonly PlacedDocument[] {
  const pages = join(folder, "fixtures", "docs");
  const samples = join(folder, "fixtures", "samples");
  if (!existsSync(pages) || !existsSync(samples))
    throw new Error(`${folder} has no fixtures/docs and fixtures/samples`);
  const index: readonly { file: string; parses: boolean; schemaErrors?: readonly string[] }[] = JSON.parse(
    readFileSync(join(pages, "index.json"), "utf8"),
  );
  const files = readdirSync(samples, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".yaml"));
  return [
    ...index.filter((page) => page.parses && !page.schemaErrors).flatMap(({ file }) => objectsOf(pages, file)),
    ...files.sort().flatMap((path) => objectsOf(samples, path)),
  ];
}
