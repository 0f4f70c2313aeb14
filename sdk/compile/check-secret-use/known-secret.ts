import { marksOf } from "../../model/resource.ts";
import type { SecretUse } from "../../model/secret-use.ts";
import type { ReadSecret } from "../../model/secret-value.ts";
import { maySubstitute } from "../check-objects.ts";
import type { CompiledResource } from "../compiled.ts";
import type { Instance } from "../instance.ts";
import { mayBePatched } from "../patches.ts";
import { type SecretContents, secretContents } from "../secret-content/secret-contents.ts";
import type { View } from "../view.ts";
import { isWrittenByOthers } from "../written-by-others.ts";

/** What is known of a Secret that something reads. */
export interface KnownSecret {
  /** What it was built for. */
  readonly use: SecretUse | undefined;
  /** Its type; `undefined` where it is not known. */
  readonly type: string | undefined;
  /** The keys that it surely has. */
  readonly keys: readonly string[];
  has(key: string): boolean;
  /** Says whether it surely has none of these keys. */
  lacks(...keys: readonly string[]): boolean;
  /** Says whether it surely has no key of such a name. */
  lacksAny(isMeant: (key: string) => boolean): boolean;
  /** The text of a key, where there is one that can be known now. It must not be printed. */
  text(key: string): string | undefined;
  readonly contents: SecretContents;
}

/** What is asked to know a Secret. */
export interface SecretSources {
  readonly view?: View | undefined;
  readonly readSecret?: ReadSecret | undefined;
}

/** Says what is known of a Secret of the program. `undefined` when nothing is: others may change all of it. */
export function knownSecret(
  instance: Instance,
  compiled: CompiledResource,
  { view, readSecret }: SecretSources,
): KnownSecret | undefined {
  const { resource, manifest } = compiled;
  const { encryptedFile, secretUse: use } = marksOf(resource);
  if (isWrittenByOthers(manifest.metadata["annotations"])) return undefined;
  if (["data", "stringData", "type"].some((field) => mayBePatched(instance, [field]))) return undefined;
  if (encryptedFile) {
    const file = view?.encryptedFiles.get(encryptedFile.path);
    if (file?.type !== "read") return undefined;
    return known(use, file.secretType ?? "Opaque", keysAlone(file.keys));
  }
  const type = manifest["type"];
  const isTyped = type === undefined || (typeof type === "string" && !type.includes("${"));
  return known(
    use,
    isTyped ? (type ?? "Opaque") : undefined,
    secretContents(compiled, readSecret, maySubstitute(instance)),
  );
}

/** What can be seen of a file that is encrypted, nothing of which has a place in the program. */
function keysAlone(keys: readonly string[]): SecretContents {
  return { keys, isOpen: false, text: () => undefined, encoded: () => undefined, path: () => [] };
}

function known(
  use: SecretUse | undefined,
  type: string | undefined,
  contents: SecretContents,
): KnownSecret | undefined {
  // Something else fills in one without keys, as the server does for tokens of service accounts.
  if (contents.keys.length === 0 || type === "kubernetes.io/service-account-token") return undefined;
  const keys = new Set(contents.keys);
  return {
    use,
    type,
    keys: contents.keys,
    has: (key) => keys.has(key),
    lacks: (...wanted) => !contents.isOpen && !wanted.some((key) => keys.has(key)),
    lacksAny: (isMeant) => !contents.isOpen && !contents.keys.some(isMeant),
    text: (key) => contents.text(key),
    contents,
  };
}
