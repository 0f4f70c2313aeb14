import type { CompiledFile, CompiledResource, MarkedImage, ResourceFile } from "../compile/compiled.ts";
import { CATALOG } from "../diagnostics/catalog.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { formatFieldPath } from "../model/field-path.ts";
import { imageParts } from "../model/from-policy.ts";
import { formatIdentity } from "../model/identity.ts";
import { callSiteOf } from "../model/source-location.ts";
import { type FoundImage, objectKey } from "./found-text.ts";
import { hasImages } from "./images.ts";

/** The images of a file on disk. */
export interface FoundFile {
  readonly images: readonly FoundImage[];
  /** Set for a file that the program makes no more: the clusters that it belonged to. */
  readonly goneFrom?: readonly string[] | undefined;
}

/** The files with the versions that are on disk, and what was kept and what was not. */
export interface KeptImages {
  readonly files: readonly CompiledFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Puts what image automation wrote in the place of what the program says, wherever the same marker stands at the same field. */
export function keepImages(files: readonly CompiledFile[], found: ReadonlyMap<string, FoundFile>): KeptImages {
  if (found.size === 0) return { files, diagnostics: [] };
  const kept: Choice[] = [];
  const replaced: Choice[] = [];
  const choose = (file: ResourceFile, resource: CompiledResource, image: MarkedImage): MarkedImage => {
    const there = onDisk(file, resource, image, found);
    if (there === undefined || there.value === image.value) return image;
    const isKept = isSameImage(image, there);
    (isKept ? kept : replaced).push({ file, resource, image, value: there.value });
    return isKept ? { ...image, value: there.value } : image;
  };
  const result = files.map((file) => {
    if (file.type !== "resources" || !hasImages(file)) return file;
    const resources = file.resources.map((resource) => ({
      ...resource,
      images: resource.images?.map((image) => choose(file, resource, image)),
    }));
    return { ...file, resources };
  });
  return { files: result, diagnostics: [...reportKept(kept), ...reportReplaced(replaced)] };
}

interface Choice {
  readonly file: ResourceFile;
  readonly resource: CompiledResource;
  readonly image: MarkedImage;
  /** What stands on disk. */
  readonly value: string;
}

/** What stands on disk for an image: in its file, else in the one file of its clusters that held the object until now. */
function onDisk(
  file: ResourceFile,
  { manifest }: CompiledResource,
  image: MarkedImage,
  found: ReadonlyMap<string, FoundFile>,
): FoundImage | undefined {
  const object = objectKey(manifest);
  const path = formatFieldPath(image.path);
  const within = ({ images }: FoundFile): readonly FoundImage[] =>
    images.filter((there) => there.object === object && formatFieldPath(there.path) === path);
  const here = found.get(file.path);
  if (here !== undefined) return within(here)[0];
  const moved = [...found.values()].filter(({ goneFrom }) => goneFrom?.some((name) => file.clusters.includes(name)));
  const [only, ...others] = moved.flatMap(within).filter((there) => isSameImage(image, there));
  return others.length === 0 ? only : undefined;
}

/** Says whether one policy chooses both, and versions of one image. */
function isSameImage({ marker, name }: MarkedImage, there: FoundImage): boolean {
  return there.marker === marker && (name === undefined || imageParts(there.value)?.name === name);
}

function reportKept(choices: readonly Choice[]): readonly Diagnostic[] {
  const [first, ...others] = choices;
  if (first === undefined) return [];
  const message =
    others.length === 0
      ? `${place(first)} stays ${JSON.stringify(first.value)}, as image automation wrote it: the program says ${JSON.stringify(first.image.value)}`
      : `${choices.length} images stay as image automation wrote them, not as the program says`;
  return [
    {
      code: "image/kept",
      severity: CATALOG["image/kept"].severity,
      message,
      hint: "to have another version, change the policy, or the file itself",
      ...(others.length === 0
        ? { site: callSiteOf(first.resource.resource), file: first.file.path }
        : { related: choices.map((choice) => ({ message: says(choice), file: choice.file.path })) }),
    },
  ];
}

function reportReplaced(choices: readonly Choice[]): readonly Diagnostic[] {
  return choices.map((choice) => ({
    code: "image/replaced",
    severity: CATALOG["image/replaced"].severity,
    message: `${place(choice)} becomes ${JSON.stringify(choice.image.value)}, as the program says: ${JSON.stringify(choice.value)} is of another image or policy`,
    hint: "nothing has to be done: image automation goes on from there",
    site: callSiteOf(choice.resource.resource),
    file: choice.file.path,
  }));
}

function place({ image, resource }: Choice): string {
  return `${formatFieldPath(image.path)} of ${formatIdentity(resource.id)}`;
}

function says(choice: Choice): string {
  return `${place(choice)} is ${JSON.stringify(choice.value)}, the program says ${JSON.stringify(choice.image.value)}`;
}
