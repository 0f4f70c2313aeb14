import { type Document, LineCounter, parseDocument, type ScalarTag, type Tags } from "yaml";
import { plainScalar } from "../../../sdk/model/plain-scalar.ts";

/** A text as Helm's reader reads it, with the places of what is in it. */
export interface GoDocument {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

/** Reads a YAML text as Helm does: `yes` is true, `017` is 15, a date is a text, and of a key that stands twice the last one counts. */
export function readGoYaml(text: string): GoDocument {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.1",
    customTags: goTags,
    merge: true,
    uniqueKeys: false,
    strict: false,
    logLevel: "silent",
    lineCounter: lines,
  });
  return { document, lines };
}

const plainWord: ScalarTag = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  test: /^[\s\S]*$/,
  resolve: plainScalar,
};

const KEPT = /:(?:map|seq|str)$/;

function goTags(tags: Tags): Tags {
  return [...tags.filter((tag) => typeof tag === "object" && KEPT.test(tag.tag)), plainWord, "merge"];
}
