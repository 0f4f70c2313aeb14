import type { FieldPath } from "../model/field-path.ts";
import { imageParts, POLICY_SLOT, type PolicyImage, policyImageText, policyMarker } from "../model/from-policy.ts";
import type { MarkedImage } from "./compiled.ts";
import type { Instance } from "./instance.ts";
import { type Reference, readReference } from "./references.ts";
import type { Resolution, Resolver } from "./resolver.ts";
import type { ValueProblem } from "./values.ts";

/** What an image that a policy chooses comes to where it stands. */
export type ReadImage =
  | {
      readonly type: "read";
      readonly marked: MarkedImage;
      readonly reference: Reference;
      readonly resolution: Resolution;
    }
  | { readonly type: "problem"; readonly problem: Extract<ValueProblem, { type: "unsupported" }> };

const PARTS: readonly unknown[] = ["name", "tag", "digest", undefined];

/** Finds the policy of an image, and what is written of the image. */
export function readImage(image: PolicyImage, path: FieldPath, from: Instance, resolver: Resolver): ReadImage {
  const reference = readReference(image.policy, POLICY_SLOT);
  const resolution = reference && resolver.resolve(reference, from);
  const id = resolution?.id;
  if (!reference || !resolution || id?.namespace === undefined) {
    return problem(
      "has no policy that is known by name and namespace",
      'give the ImagePolicy, or external("ImagePolicy", …)',
    );
  }
  const said = JSON.stringify(image.image) ?? "undefined";
  if (!PARTS.includes(image.part)) {
    return problem(
      `writes the part ${JSON.stringify(image.part)}`,
      'write "name", "tag" or "digest", or leave it out for the whole image',
    );
  }
  const parts = typeof image.image === "string" ? imageParts(image.image) : undefined;
  const value = parts && policyImageText(image);
  if (!parts || value === undefined) {
    const what = parts ? `writes the tag of ${said}, which has none` : `starts from ${said}, which is no image`;
    return problem(what, 'give an image with a tag to start from, like "ghcr.io/acme/app:1.0.0"');
  }
  const marker = policyMarker(id.namespace, id.name, image.part);
  const marked = { path, marker, value, ...(image.part === undefined ? { name: parts.name } : {}) };
  return { type: "read", marked, reference, resolution };
}

function problem(what: string, hint: string): ReadImage {
  return { type: "problem", problem: { type: "unsupported", what: `a fromPolicy() that ${what}`, hint } };
}
