// Documents that Flux's pages, its samples and its command line show, and what operators wrote in public.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, parseAllDocuments } from "yaml";
import type { ResourceOptions } from "../../../sdk/index.ts";

/** An object as a document has it. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ResourceOptions & { readonly name: string; readonly namespace?: string };
  readonly spec?: unknown;
}

/** One document of a file. */
export interface PublicDocument {
  /** The file and the document's number in it. */
  readonly place: string;
  readonly object: KubernetesObject;
}

/** A document that is not tried, and why. */
export interface Excluded {
  readonly place: string;
  readonly why: "does not parse" | "is incomplete or wrong by the schema" | "is no object of its own" | "is a template";
}

/** What was found below the folder of public material. */
export interface PublicDocuments {
  readonly documents: readonly PublicDocument[];
  readonly excluded: readonly Excluded[];
}

const NOTHING: PublicDocuments = { documents: [], excluded: [] };

/** All documents, those of Flux's pages first. */
export function readPublicDocuments(folder: string | undefined): PublicDocuments {
  if (folder === undefined) return NOTHING;
  const found = [pageBlocks(folder), sampleFiles(folder), goldens(folder), operatorFiles(folder)];
  return {
    documents: found.flatMap(({ documents }) => documents),
    excluded: found.flatMap(({ excluded }) => excluded),
  };
}

interface Block {
  readonly file: string;
  readonly parses: boolean;
  /** What a validator found: each begins with the document's number. */
  readonly schemaErrors?: readonly string[];
}

function pageBlocks(folder: string): PublicDocuments {
  const root = join(folder, "fixtures", "docs");
  const index: readonly Block[] = JSON.parse(readFileSync(join(root, "index.json"), "utf8"));
  return joined(
    index.map(({ file, parses, schemaErrors = [] }) => {
      if (!parses) return { documents: [], excluded: [{ place: file, why: "does not parse" }] };
      const wrong = new Set(schemaErrors.map((error) => Number.parseInt(error, 10)));
      return read(file, readFileSync(join(root, file), "utf8"), wrong);
    }),
  );
}

function sampleFiles(folder: string): PublicDocuments {
  const root = join(folder, "fixtures", "samples");
  return joined(yamlBelow(root).map((file) => read(`samples/${file}`, readFileSync(join(root, file), "utf8"))));
}

/** What the command line prints for `create … --export` and `export`. */
function goldens(folder: string): PublicDocuments {
  const root = join(folder, "fixtures", "flux-cli");
  const { cases }: { readonly cases: readonly { readonly args: string; readonly golden?: string }[] } = JSON.parse(
    readFileSync(join(root, "cases.json"), "utf8"),
  );
  const files = cases.flatMap(({ args, golden }) =>
    golden !== undefined && /^(create|export) /.test(args) ? golden : [],
  );
  return joined(
    [...new Set(files)].map((file) => {
      const text = readFileSync(join(root, "testdata", file), "utf8");
      // Its tests fill in a namespace, and some goldens begin with what the command tells people.
      const filled = text.replaceAll(/\{\{ *\.(fluxns|ns) *\}\}/g, "flux-system");
      return read(`flux-cli/${file}`, filled.slice(Math.max(filled.indexOf("---"), 0)));
    }),
  );
}

/** The operator's pages are not among the public material, so what people wrote stands in for them. */
function operatorFiles(folder: string): PublicDocuments {
  const root = join(folder, "corpus");
  const files = yamlBelow(root).map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
  return joined(
    files
      .filter(([, text]) => /^apiVersion: fluxcd\.controlplane\.io\//m.test(text))
      .map(([file, text]) => {
        if (text.includes("${")) return { documents: [], excluded: [{ place: file, why: "is a template" }] };
        const { documents, excluded } = read(file, text);
        return { documents: documents.filter(({ object }) => isOfOperator(object)), excluded };
      }),
  );
}

function isOfOperator({ apiVersion }: KubernetesObject): boolean {
  return apiVersion.startsWith("fluxcd.controlplane.io/");
}

function yamlBelow(root: string): readonly string[] {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" });
  return files.filter((file) => /\.ya?ml$/.test(file)).sort();
}

function read(file: string, text: string, wrong: ReadonlySet<number> = new Set()): PublicDocuments {
  return joined(
    documentsOf(text).map((document, index) => {
      const place = `${file} ${index + 1}`;
      if (document.errors.length > 0) return { documents: [], excluded: [{ place, why: "does not parse" }] };
      if (wrong.has(index))
        return { documents: [], excluded: [{ place, why: "is incomplete or wrong by the schema" }] };
      const object: unknown = document.toJS();
      if (!isObject(object)) return { documents: [], excluded: [{ place, why: "is no object of its own" }] };
      return { documents: [{ place, object }], excluded: [] };
    }),
  );
}

/** The documents of a file, without those that are comments alone. */
function documentsOf(text: string): readonly Document[] {
  return [...parseAllDocuments(text)].filter(
    (document: Document) => document.errors.length > 0 || document.toJS() !== null,
  );
}

function isObject(document: unknown): document is KubernetesObject {
  if (typeof document !== "object" || document === null) return false;
  return "apiVersion" in document && "kind" in document && "metadata" in document;
}

function joined(parts: readonly PublicDocuments[]): PublicDocuments {
  return {
    documents: parts.flatMap(({ documents }) => documents),
    excluded: parts.flatMap(({ excluded }) => excluded),
  };
}
