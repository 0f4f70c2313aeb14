import type { CompiledFile, CompiledResource, KustomizationFile, ResourceFile } from "../compile/compiled.ts";
import { hasImages, withMarkers } from "./images.ts";
import { kustomizationContent } from "./kustomization-file.ts";
import { canonicalManifest } from "./manifest.ts";
import { commentLines } from "./yaml/comment-lines.ts";
import { emitYaml } from "./yaml/emit-yaml.ts";

/** A file that is printed. What is encrypted is not: its text is another file's, or made with keys. */
export type PrintedFile = ResourceFile | KustomizationFile;

/** The text of a file. */
export function emitFile(file: PrintedFile): string {
  let text = "";
  for (const document of emitDocuments(file)) {
    // Asking for a character makes V8 write a concatenated text out. Left to the end, 10,000 documents take twice as long.
    document.charCodeAt(0);
    text += document;
  }
  return text;
}

/**
 * The documents of a file, which behind each other are its text. Each starts with `---`, as `flux export` prints them: then
 * files can be put behind each other too. A file that image automation writes to starts without, since the automation removes it,
 * and would do so with each commit.
 */
export function* emitDocuments(file: PrintedFile): Generator<string> {
  if (file.type === "kustomization") {
    yield `---\n${emitYaml(kustomizationContent(file))}`;
    return;
  }
  const isMarked = hasImages(file);
  for (const [position, resource] of file.resources.entries())
    yield isMarked && position === 0 ? emitObject(resource) : emitDocument(resource);
}

/** Says whether a file is printed. */
export function isPrinted(file: CompiledFile): file is PrintedFile {
  return file.type === "resources" || file.type === "kustomization";
}

/** An object as a document. */
export function emitDocument(resource: CompiledResource): string {
  return `---\n${emitObject(resource)}`;
}

function emitObject(resource: CompiledResource): string {
  return commentLines(resource.comments) + emitYaml(withMarkers(canonicalManifest(resource), resource.images));
}
