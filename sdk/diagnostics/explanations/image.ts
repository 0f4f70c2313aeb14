import type { Explanations } from "./explanation.ts";

/** Why each `image/…` is said, and what it looks like. */
export const IMAGE: Explanations<"image"> = {
  "image/kept": {
    why: "The version that an ImagePolicy chose stands in the file, behind it the same marker. The program says what to start from, and a build that went back to it would undo what was rolled out.",
  },
  "image/replaced": {
    why: "The file holds a value with a marker, but of another policy, or of an image with another name. Whoever changed the program means the new one.",
  },
};
