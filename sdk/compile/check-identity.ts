import { hasBrand } from "../model/brand.ts";
import { isDeferred, isStringified } from "../model/deferred.ts";
import { isDirectory } from "../model/directory.ts";
import type { Group } from "../model/group.ts";
import { namespaceOption } from "../model/namespace-option.ts";
import { marksOf, type Resource } from "../model/resource.ts";
import { withArticle } from "./article.ts";
import { resourceField } from "./body.ts";
import type { Reporter } from "./reporter.ts";

const KNOWN = "give a string that is known when the program runs; a value from Pulumi can stand in most other fields";

/** Says whether what decides a resource's identity and file is known, and reports what is not. */
export function hasIdentity(value: Resource, reporter: Reporter): boolean {
  const { apiVersion, kind } = value;
  // What another copy of Sluice or a person made by hand may lack anything.
  const { name, namespace }: { readonly name?: unknown; readonly namespace?: unknown } = Object(value.metadata);
  const whose = typeof kind === "string" && !isStringified(kind) ? withArticle(kind) : "a resource";
  const { file, encryptedFile } = marksOf(value);
  const parts: readonly (readonly [field: string, part: unknown])[] = [
    ["apiVersion", apiVersion],
    ["kind", kind],
    ["metadata.name", name],
    ["metadata.namespace", namespace ?? "default"],
    // An empty one is a file name like any other that cannot be used.
    ["the file", file === "" ? "default" : (file ?? "default")],
    ["the encrypted file", encryptedFile === undefined ? "none" : encryptedFile.path],
  ];
  for (const [field, part] of parts) {
    if (isKnownText(part)) continue;
    const path = field.startsWith("the ") ? undefined : field.split(".");
    reportUnknown(part, `${field} of ${whose}`, { resource: value, path }, reporter);
    return false;
  }
  return true;
}

/** Says whether a resource is one object: Flux applies what a list of objects holds, and no check would see it. */
export function isOneObject(value: Resource, reporter: Reporter): boolean {
  if (!Array.isArray(resourceField(value, "items"))) return true;
  const kind = typeof value.kind === "string" ? value.kind : "a resource";
  reporter.report("value/unsupported", {
    message: `${kind} holds a list of objects under items, which Flux would apply without a check`,
    hint: "list the objects themselves: resource() for each",
    resource: value,
    path: ["items"],
  });
  return false;
}

/** Says whether a group's namespace is known, and reports it if not. */
export function hasKnownNamespace(group: Group, reporter: Reporter): boolean {
  const given = namespaceOption(group.options.namespace);
  if (given === undefined || isKnownText(given.name)) return true;
  reportUnknown(given.name, "the namespace of a group", { at: group }, reporter);
  return false;
}

type Subject = Pick<Parameters<Reporter["report"]>[1], "resource" | "at" | "path">;

/** Reports a text that has to be known, and into which a deferred value was put. */
export function reportStringified(what: string, subject: Subject, reporter: Reporter): void {
  const message = `${what} holds a Pulumi Output that was turned into text`;
  reporter.report("deferred/stringified", { ...subject, message, hint: KNOWN });
}

function reportUnknown(part: unknown, what: string, subject: Subject, reporter: Reporter): void {
  if (typeof part === "string" && isStringified(part)) reportStringified(what, subject, reporter);
  else reporter.report("identity/invalid", { ...subject, message: `${what} is ${describe(part)}`, hint: KNOWN });
}

function isKnownText(part: unknown): boolean {
  return typeof part === "string" && part !== "" && !isStringified(part);
}

/** Says what a value is, without saying its content: it may be a secret. */
export function describe(value: unknown): string {
  if (value === "") return "empty";
  if (value === null || value === undefined) return String(value);
  if (isDeferred(value)) return "a deferred value";
  if (isDirectory(value)) return `directory(${JSON.stringify(value.path)})`;
  if (typeof value === "object" && hasBrand(value))
    return `a value of Sluice's (${JSON.stringify(Reflect.get(value, "sluice"))})`;
  return Array.isArray(value) ? "a list" : `a value of type ${typeof value}`;
}
