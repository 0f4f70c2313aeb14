import type { CompiledFile, CompiledResource } from "../compile/compiled.ts";
import { rank } from "../compile/order.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import { isSubstitution, substitutionText } from "../model/substitution.ts";
import { emitDocument } from "./emit-file.ts";
import { canonicalManifest } from "./manifest.ts";

// A fleet as something for kubectl to read. What kubectl must not be given is left out: a kustomization.yaml is no object, and
// an encrypted file would be applied as it is.

/** How long a piece is, or a little more. Each is written by itself, which takes longer than printing one document does. */
const PIECE = 1 << 16;

/** Every object as a YAML document, in pieces, namespaces first. */
export function* emitYamlStream(files: readonly CompiledFile[]): Generator<string> {
  let piece = "";
  for (const resource of objectsOf(files)) {
    piece += emitDocument(resource);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** Every object in one `List` of JSON, as kubectl prints several objects, in pieces. */
export function* emitJsonList(files: readonly CompiledFile[]): Generator<string> {
  yield '{\n  "apiVersion": "v1",\n  "kind": "List",\n  "items": [';
  let separator = "";
  for (const resource of objectsOf(files)) {
    yield `${separator}\n    ${jsonText(resource)}`;
    separator = ",";
  }
  yield "\n  ]\n}\n";
}

/** kubectl applies objects one by one as they come, so a namespace comes before what lives in it. */
function objectsOf(files: readonly CompiledFile[]): readonly CompiledResource[] {
  const ranks: readonly [CompiledResource[], CompiledResource[], CompiledResource[]] = [[], [], []];
  for (const file of files) {
    if (file.type === "resources") for (const resource of file.resources) ranks[rank(resource)].push(resource);
  }
  return ranks.flat();
}

function jsonText(resource: CompiledResource): string {
  return JSON.stringify(canonicalManifest(resource), plainValue, 2).replaceAll("\n", "\n    ");
}

function plainValue(_key: string, value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new InternalError(`The number ${value} has no place in a manifest`);
  }
  return typeof value === "object" && value !== null && isSubstitution(value) ? substitutionText(value) : value;
}
