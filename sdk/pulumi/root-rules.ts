import type { PlacedResource } from "../compile/compiled.ts";
import type { Reporter } from "../compile/reporter.ts";
import { formatFieldPath } from "../model/field-path.ts";
import { formatIdentity } from "../model/identity.ts";
import { marksOf } from "../model/resource.ts";

/** Reports what only Git could deliver among the objects that Pulumi applies. */
export function checkApplied(resources: readonly PlacedResource[], reporter: Reporter): void {
  for (const { id, resource, images = [] } of resources) {
    const subject = { resource, id };
    const name = formatIdentity(id);
    const file = marksOf(resource).encryptedFile;
    if (file) {
      reporter.report("pulumi/encrypted-file", {
        ...subject,
        message: `Pulumi would apply ${name} as ${JSON.stringify(file.path)} has it, encrypted`,
        hint: "give the value as a secret of Pulumi's or with fromEnv(), or put the Secret into a directory(), which Flux applies",
      });
    }
    for (const { path } of images) {
      reporter.report("pulumi/image-policy", {
        ...subject,
        path,
        message: `${formatFieldPath(path)} of ${name} comes of a policy, and image automation finds it nowhere: Pulumi applies the object`,
        hint: "put the object into a directory(), or write the image itself",
      });
    }
  }
}
