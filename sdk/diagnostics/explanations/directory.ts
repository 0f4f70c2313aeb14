import type { Explanations } from "./explanation.ts";

/** Why each `directory/…` is a rule, and what it looks like. */
export const DIRECTORY: Explanations<"directory"> = {
  "directory/conflict": {
    why: "Two directory values with the same path would write different files to one folder.",
  },
  "directory/missing-file": {
    why: "kustomize fails on a file that it does not find, and on a folder without a kustomization file.",
  },
  "directory/other-source": {
    why: "Sluice writes the directory here, so a Kustomization that reads another source would not find it.",
  },
  "directory/which-source": {
    why: "When directories hang under several sources, the folder that each artifact starts at must be said.",
  },
};
