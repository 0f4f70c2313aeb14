import { helmRepository } from "sluice";
import { settings } from "./settings.ts";

const annotations = settings.mayLoseCatalog ? undefined : { "kustomize.toolkit.fluxcd.io/prune": "disabled" };

/** Something that the build does not let go unasked. */
const catalog = helmRepository("catalog", { type: "oci", url: "oci://example.com/charts" }, { annotations });

/** The catalog, where it lies in this directory. */
export const catalogIn = (directory: "cellar" | "street") => settings.catalogIn === directory && catalog;
