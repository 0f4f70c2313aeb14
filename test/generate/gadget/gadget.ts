import { readFileSync } from "node:fs";
import type { GenerateInput } from "../../../generators/generate.ts";
import { type CrdFile, lockCrd } from "../../../generators/locks/lock-crd.ts";
import { lockFileName, printLock } from "../../../generators/locks/print-lock.ts";
import type { Releases } from "../../../generators/locks/releases.ts";
import type { Overlay } from "../../../generators/overlays/overlay.ts";

/** Two releases of made-up software. */
export const TOY_RELEASES: Releases = {
  owners: { "toys.example.com": "toy-controller" },
  releases: {
    "toys-2.8": { product: "Toys", version: "2.8.1", flux: "2.8", controllers: { "toy-controller": "0.8.0" } },
    "toys-2.9": { product: "Toys", version: "2.9.0", flux: "2.9", controllers: { "toy-controller": "0.9.0" } },
  },
};

/** An overlay that uses every table. */
export const GADGET_OVERLAY: Overlay = {
  group: "toys.example.com",
  kind: "XMLGadget",
  page: "https://toys.example.com/gadgets/",
  guarded: true,
  references: {
    "spec.secretRef": { kinds: ["Secret"], edge: "need" },
    "spec.keyRef": { kinds: ["Secret"], edge: "need", unresolved: "ignore" },
    "spec.serviceAccountName": { kinds: ["ServiceAccount"], edge: "need" },
    "spec.dependsOn[]": { kinds: ["XMLGadget"], edge: "mention", ordering: true },
    "spec.watched[]": { unresolved: "ignore", always: ["apiVersion"], kinds: "any", edge: "mention" },
  },
  directories: ["spec.folder"],
  parameters: { "spec.config": "C" },
  messages: {
    "self.metadata.name != 'none'": 'a gadget cannot be called "none"',
    "has(self.url) != has(self.file)": 'give "url" or "file", and not both',
    "!has(self.wait) || self.name != 'Never'": '"wait" says nothing with "name" "Never"',
  },
  arms: {
    spec: { exactlyOne: ["url", "file"], rules: ["has(self.url) != has(self.file)"] },
    "spec.retry": {
      field: "wait",
      onlyWith: { discriminant: "name", values: ["Once", "Always"] },
      rules: ["!has(self.wait) || self.name != 'Never'"],
    },
  },
  names: { "spec.parts{}": "XMLGadgetPart", "spec.spare": "XMLGadgetPart" },
  order: { spec: ["mode", "size"] },
};

/** A file beside this one. */
function gadgetFile(name: string): string {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}

/** The CRD of a made-up release. */
function gadgetCrd(release: "toys-2.8" | "toys-2.9"): CrdFile {
  return { file: `${release}/gadget.yaml`, text: gadgetFile(`${release}.yaml`), digest: "sha256:0" };
}

/** What the gadget is generated from. */
export function gadgetInput(): GenerateInput {
  const locks = (["toys-2.8", "toys-2.9"] as const).map((release) => {
    const lock = lockCrd(gadgetCrd(release), release, TOY_RELEASES, (found) => {
      throw new Error(found.message);
    });
    if (lock === undefined) throw new Error(`no lock of ${release}`);
    return [`generators/crds/${lockFileName(lock)}`, printLock(lock)] as const;
  });
  return {
    releases: TOY_RELEASES,
    locks: new Map(locks),
    docs: new Map([["generators/docs/XMLGadget.yaml", gadgetFile("docs.yaml")]]),
    overlays: [GADGET_OVERLAY],
  };
}
