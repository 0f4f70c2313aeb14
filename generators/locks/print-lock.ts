import type { Lock, LockVersion } from "./lock.ts";

/** Where a lock lies, from the folder of all locks. */
export function lockFileName({ release, group, names }: Lock): string {
  return `${release}/${group}_${names.plural}.json`;
}

/** Prints a lock as JSON with one line a place of the schema, so that a change of one field is a diff of one line. */
export function printLock({ versions, ...head }: Lock): string {
  return [
    "{",
    ...entries(head, 2).map((line) => `${line},`),
    '  "versions": [',
    versions.map(printVersion).join(",\n"),
    "  ]",
    "}",
    "",
  ].join("\n");
}

function printVersion({ columns, schema, ...head }: LockVersion): string {
  return [
    "    {",
    ...entries(head, 6).map((line) => `${line},`),
    `      "columns": [${columns.map((column) => `\n        ${JSON.stringify(column)}`).join(",")}${columns.length > 0 ? "\n      " : ""}],`,
    '      "schema": {',
    entries(schema, 8).join(",\n"),
    "      }",
    "    }",
  ].join("\n");
}

function entries(record: object, indent: number): string[] {
  return Object.entries(record).map(
    ([key, value]) => `${" ".repeat(indent)}${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
}
