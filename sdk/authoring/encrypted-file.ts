import { makeResource } from "../model/make-resource.ts";
import type { Resource } from "../model/resource.ts";
import type { ResourceOptions } from "../model/resource-options.ts";

/**
 * A Secret that stands in a file encrypted by SOPS. `sluice build` looks at the file and copies it byte for byte to where the
 * Secret belongs; the Kustomization that applies it needs `decryption`.
 *
 * @param name The Secret's name, as in the file.
 * @param path The file, relative to the folder of the program that is built.
 * @param options The Secret's namespace, as in the file, and where to write it.
 */
export function encryptedFile(
  name: string,
  path: string,
  options?: Pick<ResourceOptions, "namespace" | "file" | "silence">,
): Resource<"Secret"> {
  const made = makeResource(
    {
      apiVersion: "v1",
      kind: "Secret",
      name,
      body: {},
      options,
      marks: { encryptedFile: Object.freeze({ path }) },
      holds: [["metadata", "name"], undefined, ["metadata"]],
    },
    encryptedFile,
  );
  // It was just made of this kind.
  return made as Resource<"Secret">;
}
