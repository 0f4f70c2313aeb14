import { parse } from "yaml";
import { problem, type Report } from "../diagnostic.ts";

/** The texts about one type. */
export interface TypeDocs {
  /** What the type is: one line. */
  readonly summary: string;
  /** The part of the kind's page that it follows: `#verification`. */
  readonly section?: string | undefined;
  /** A sentence or two for each field: what it means, and what happens without it. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The texts about the types of a kind, by the types' names. */
export type KindDocs = Readonly<Record<string, TypeDocs>>;

/** Reads the texts of a kind. What is wrong is reported, and what can be read is given. */
export function readDocs(file: string, text: string | undefined, report: Report): KindDocs {
  const docs: Record<string, TypeDocs> = {};
  const document = text === undefined ? {} : parseYaml(text);
  if (!isRecord(document)) {
    report(
      problem(
        "generate/unreadable",
        { file },
        `${file} holds no texts`,
        "write a YAML map of types, each with a summary and its fields",
      ),
    );
    return docs;
  }
  for (const [type, entry] of Object.entries(document)) {
    if (isRecord(entry) && typeof entry["summary"] === "string" && isTexts(entry["fields"] ?? {})) {
      const { summary, section, fields } = entry;
      docs[type] = {
        summary,
        fields: isTexts(fields) ? fields : {},
        section: typeof section === "string" ? section : undefined,
      };
    } else {
      report(
        problem(
          "generate/unreadable",
          { file, path: type },
          `${type} has no summary, or fields that are no texts`,
          "give it a summary, and a text for each field",
        ),
      );
    }
  }
  return docs;
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === "string");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
