import { newestApiVersion } from "../../model/define-kind.ts";
import type { KindDefinition, NameRule } from "../../model/kind-definition.ts";
import { checkApiVersion } from "./check-api-version.ts";
import { checkContent } from "./check-content.ts";
import { checkMetadata } from "./check-metadata.ts";
import type { CheckOptions } from "./check-options.ts";
import { isObject, ownField } from "./data.ts";
import type { SchemaFinding } from "./finding.ts";
import { checkerOf } from "./kind-checker.ts";
import { checkSize } from "./object-size.ts";
import { isReadable } from "./readable.ts";
import { Walk } from "./walk.ts";

/**
 * Says what the API server would not take of an object: its structure first, then the rules of its kind over a copy with all defaults,
 * if the structure allows to look at them. It throws for nothing that an object may be.
 *
 * @param definition What is known of its kind; without it, the metadata alone is checked.
 */
export function checkObject(
  object: unknown,
  definition: KindDefinition | undefined,
  options: CheckOptions = {},
): readonly SchemaFinding[] {
  try {
    return findings(object, definition, options);
  } catch (error) {
    // What runs the author's code when it is read may throw anything. Else it is a mistake of ours.
    if (isReadable(object)) throw error;
    const walk = new Walk({ ...options, subject: options.subject ?? "the object" }, undefined);
    walk.report({
      code: "value/unsupported",
      says: "has fields that are computed when they are read",
      hint: "write strings, finite numbers, booleans, null, lists and plain objects",
      blocking: true,
    });
    return walk.findings;
  }
}

function findings(
  object: unknown,
  definition: KindDefinition | undefined,
  options: CheckOptions,
): readonly SchemaFinding[] {
  const walk = new Walk(options, object);
  if (!isObject(object)) {
    walk.report({
      code: "value/unsupported",
      says: "is no object",
      hint: "write apiVersion, kind, metadata and the fields of the kind",
      blocking: true,
    });
    return walk.findings;
  }
  checkApiVersion(object, definition, walk);
  walk.path.push("metadata");
  checkMetadata(ownField(object, "metadata"), { names: nameRuleOf(definition), isNameNeeded: true }, walk);
  walk.path.pop();
  checkSize(object, walk);
  if (definition?.content !== undefined) checkContent(object, definition.content, walk);
  // The facts of a kind are those of its newest version, and others have other fields.
  const isKnown = definition !== undefined && object["apiVersion"] === newestApiVersion(definition);
  const checker = isKnown ? checkerOf(definition, options) : undefined;
  if (!checker) return walk.findings;
  checker.structure(object, walk);
  if (walk.findings.some(({ blocking }) => blocking)) return walk.findings;
  checker.rules(object, walk);
  return walk.findings;
}

/** What is not known of a kind is what holds for the names of all kinds. */
function nameRuleOf(definition: KindDefinition | undefined): NameRule {
  return definition === undefined ? "path-segment" : (definition.names ?? "subdomain");
}
