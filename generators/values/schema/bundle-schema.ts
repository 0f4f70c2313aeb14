import type { Json } from "../../../sdk/charts/chart-facts.ts";
import type { Diagnostic } from "../../../sdk/diagnostics/diagnostic.ts";
import { composeSchema, type LostReference } from "./compose-schema.ts";
import { type Draft, draftOf, NEWEST_DRAFT } from "./draft.ts";
import type { FetchText } from "./fetch-text.ts";
import { entryOf } from "./json-object.ts";
import { readDocument, type SchemaDocument } from "./schema-document.ts";
import { schemaProblem } from "./schema-problem.ts";

/** Where a schema stands. */
export interface SchemaSource {
  /** The chart, for messages. */
  readonly chart: string;
  /** The address that references without one are relative to. Helm's own, if none is given. */
  readonly base?: string | undefined;
  /** Gets the documents that it refers to, each once. */
  readonly fetchText: FetchText;
}

/** A schema with everything inside that it refers to, or what is wrong with it. */
export interface BundledSchema {
  /** In draft 2020-12, whatever the chart writes. Absent where it cannot be had. */
  readonly schema?: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** How Helm names a chart's schema to its validator. */
const HELM_BASE = "file:///values.schema.json";

/** More documents than any chart refers to. */
const MAX_DOCUMENTS = 1000;

/** Reads the text of a `values.schema.json`, and fetches what it refers to. */
export async function bundleSchema(text: string, source: SchemaSource): Promise<BundledSchema> {
  const { chart, base = HELM_BASE, fetchText } = source;
  const content = parsed(text);
  if (content === undefined) return failed("no JSON");
  /** What was fetched: the content, or why it cannot be had. */
  const contents = new Map<string, { readonly content: Json } | { readonly problem: string }>([[base, { content }]]);

  for (;;) {
    const { composed, missing } = compose();
    const wanted = [...missing].filter((url) => !contents.has(url));
    if (wanted.length > 0 && contents.size < MAX_DOCUMENTS) {
      for (const [url, found] of await Promise.all(wanted.map(async (url) => [url, await fetched(url)] as const)))
        contents.set(url, found);
      continue;
    }
    const problems = [...missing].sort().map(missingReference);
    if (problems.length > 0) return { diagnostics: problems };
    const [lost] = composed.lost;
    return lost === undefined ? { schema: composed.schema, diagnostics: [] } : failed(nothingAt(lost, base));
  }

  function compose() {
    const missing = new Set<string>();
    const documents = new Map<string, SchemaDocument>();
    const documentAt = (url: string): SchemaDocument | undefined => {
      const found = contents.get(url);
      if (found === undefined || "problem" in found) return undefined;
      const known = documents.get(url) ?? readDocument(url, found.content, NEWEST_DRAFT, draftAt);
      documents.set(url, known);
      return known;
    };
    /** A dialect of somebody's own is written in the draft of the schema that describes it. */
    const draftAt = (metaSchema: string, around: Draft): Draft => {
      const seen = new Set<string>();
      for (let url = metaSchema; ; ) {
        const draft = draftOf(url);
        if (draft !== undefined) return draft;
        const address = url.replace(/#.*$/, "");
        const found = contents.get(address);
        if (found === undefined || "problem" in found) missing.add(address);
        const next = found === undefined || "problem" in found ? undefined : entryOf(found.content, "$schema");
        if (seen.has(address) || typeof next !== "string") return around;
        seen.add(address);
        url = next;
      }
    };
    const root = documentAt(base);
    const composed = root === undefined ? { schema: true, missing, lost: [] } : composeSchema(root, documentAt);
    return { composed, missing: new Set([...missing, ...composed.missing]) };
  }

  /** Helm takes a `urn:` that it cannot resolve for a schema that allows everything. */
  async function fetched(url: string): Promise<{ readonly content: Json } | { readonly problem: string }> {
    if (url.startsWith("urn:")) return { content: true };
    const found = await fetchText(url);
    if ("problem" in found) return found;
    const document = parsed(found.text);
    return document === undefined ? { problem: "what stands there is no JSON" } : { content: document };
  }

  function missingReference(url: string): Diagnostic {
    const found = contents.get(url);
    const why = found !== undefined && "problem" in found ? found.problem : "it refers to too many documents";
    return schemaProblem(
      "chart/missing-reference",
      chart,
      `the schema of ${chart} refers to "${url}": ${why}`,
      `save the document and give its file: --resolve ${url}=FILE`,
    );
  }

  function failed(what: string): BundledSchema {
    return {
      diagnostics: [
        schemaProblem(
          "chart/invalid-schema",
          chart,
          `the schema of ${chart} is not used: ${what}`,
          "take another version of the chart; Helm refuses this one's schema too",
        ),
      ],
    };
  }
}

function nothingAt({ reference, document }: LostReference, base: string): string {
  return `it refers to "${reference}"${document === base ? "" : ` in "${document}"`}, where nothing is`;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json; // what JSON.parse gives is JSON
  } catch {
    return undefined;
  }
}
