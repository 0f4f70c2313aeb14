import type { RefTo } from "./reference.ts";
import type { ObjectSchema, ReferenceFacts } from "./schema.ts";

/** A part of an image reference that image automation can write alone. */
export type ImagePart = "name" | "tag" | "digest";

/**
 * A leaf that Flux's image automation keeps up to date: it is written with the marker that names an ImagePolicy, and what
 * the automation commits there stays.
 *
 * Source: https://fluxcd.io/flux/guides/image-update/#configure-image-update-for-custom-resources
 */
export interface PolicyImage {
  readonly sluice: "image/1";
  /** What chooses the image. */
  readonly policy: RefTo<"ImagePolicy">;
  /** The image to start from. */
  readonly image: string;
  /** What is written of it. Default: all. */
  readonly part?: ImagePart | undefined;
  toString(): string;
}

/**
 * An image, or a part of one, that an ImagePolicy chooses. The program says what to start from; once Flux's image automation
 * has committed another version, builds keep that one.
 *
 * @param policy The ImagePolicy. It is only mentioned: list it where it belongs, or give `external()`.
 * @param image The image to start from: `"ghcr.io/acme/app:1.0.0"`.
 * @param part What is written of it: its `"name"`, `"tag"` or `"digest"`. Without it, the whole image.
 *
 * It has to be the whole value of a field: in a template string it is the text that the program says, which nothing updates.
 */
export function fromPolicy(policy: RefTo<"ImagePolicy">, image: string, part?: ImagePart): PolicyImage {
  const given = (part ?? undefined) === undefined ? {} : { part };
  const value: Omit<PolicyImage, "toString"> = { sluice: "image/1", policy, image, ...given };
  // Not enumerable, so that two of one policy and image are equal as data.
  Object.defineProperty(value, "toString", { value: () => policyImageText(value) ?? "" });
  return Object.freeze(value);
}

/** Says whether a value is a {@link PolicyImage}. */
export function isPolicyImage(value: object): value is PolicyImage {
  return "sluice" in value && value.sluice === "image/1";
}

/** The parts of an image reference. */
export interface ImageParts {
  readonly name: string;
  readonly tag?: string | undefined;
  readonly digest?: string | undefined;
}

const IMAGE =
  /^(?<name>[^\s:@/]+(?::\d+(?=\/))?(?:\/[^\s:@/]+)*)(?::(?<tag>\w[\w.-]*))?(?:@(?<digest>\w[\w+.-]*:\w+))?$/;

/** Takes an image reference apart; `undefined` for a text that is none. */
export function imageParts(image: string): ImageParts | undefined {
  const { name, tag, digest } = IMAGE.exec(image)?.groups ?? {};
  return name === undefined ? undefined : { name, tag, digest };
}

/**
 * What is written where nothing has chosen another version: `undefined` for an image that lacks the part. A digest may be
 * missing: until the policy gives one it is empty, as image automation writes it.
 */
export function policyImageText({ image, part }: Pick<PolicyImage, "image" | "part">): string | undefined {
  const parts = imageParts(image);
  if (parts === undefined || part === undefined) return parts && image;
  return part === "digest" ? (parts.digest ?? "") : parts[part];
}

/** The slot that the policy stands in, when what is written is a marker with its namespace and name. */
export const POLICY_SLOT: ObjectSchema & { readonly reference: ReferenceFacts } = {
  type: "object",
  properties: { kind: { type: "string" }, name: { type: "string" }, namespace: { type: "string" } },
  reference: { kinds: ["ImagePolicy"], edge: "mention", anywhere: true },
};

/** What stands in every marker of a policy. */
export const MARKER_KEY = "$imagepolicy";

/** How image automation finds the policy of a value: by a comment behind it. */
export function policyMarker(namespace: string, name: string, part: ImagePart | undefined): string {
  return markerText([namespace, name, ...(part === undefined ? [] : [part])].join(":"));
}

/** The marker that a comment holds, as {@link policyMarker} writes it: image automation takes it with other spaces too. */
export function readMarker(comment: string): string | undefined {
  if (!comment.includes(MARKER_KEY)) return undefined;
  try {
    const { [MARKER_KEY]: setter }: Readonly<Record<string, unknown>> = Object(JSON.parse(comment.replace(/^#+/, "")));
    return typeof setter === "string" && setter !== "" ? markerText(setter) : undefined;
  } catch {
    return undefined;
  }
}

/** It is JSON, in characters that any file may hold. */
function markerText(setter: string): string {
  const json = JSON.stringify(setter).replace(/[^ -~]/g, (character) => `\\u${hex(character)}`);
  return `{"${MARKER_KEY}": ${json}}`;
}

function hex(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, "0");
}
