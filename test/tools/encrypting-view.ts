import { existsSync } from "node:fs";
import { join } from "node:path";
import type { View } from "../../sdk/compile/view.ts";

/** A view of an example's folder that says nothing but that its Secrets are encrypted, where they are. */
export function encryptingView(folder: string): View | undefined {
  const config = ".sops.yaml";
  if (!existsSync(join(folder, config))) return undefined;
  const nothing = { files: new Map(), folders: new Map(), encryptedFiles: new Map() };
  return { ...nothing, sealing: () => ({ type: "sealed", config }) };
}
