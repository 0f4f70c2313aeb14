import type { Explanations } from "./explanation.ts";

/** Why each `image/…` is said, and what it looks like. */
export const IMAGE: Explanations<"image"> = {
  "image/kept": {
    why: "The version that an ImagePolicy chose stands in the file, behind it the same marker. The program says what to start from, and a build that went back to it would undo what was rolled out.",
    wrong: {
      text: `
data:
  app: ghcr.io/acme/app:1.1.0 # {"$imagepolicy": "flux-system:app"}   <- image automation wrote 1.1.0
// the program starts from 1.0.0, and says so
fromPolicy(policy, "ghcr.io/acme/app:1.0.0")
`,
    },
    right: {
      text: `
// nothing has to be done; to be rid of the remark, start from what runs
fromPolicy(policy, "ghcr.io/acme/app:1.1.0")
`,
    },
  },
  "image/replaced": {
    why: "The file holds a value with a marker, but of another policy, or of an image with another name. Whoever changed the program means the new one.",
    wrong: {
      text: `
data:
  app: ghcr.io/acme/app:1.1.0 # {"$imagepolicy": "flux-system:app"}
// the program means another image
fromPolicy(policy, "ghcr.io/acme/shop:1.0.0")
`,
    },
    right: {
      text: `
// nothing has to be done: image automation goes on from the new image
`,
    },
  },
};
