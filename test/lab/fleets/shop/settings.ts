/** What the tests change between builds: they write this file anew. */
export interface Settings {
  /** The namespace of everything. */
  readonly namespace: string;
  /** This repository, as Flux reaches it. */
  readonly repository: string;
  /** The chart of the pump, in an OCI registry. */
  readonly chart: string;
  readonly city: string;
  readonly hasNotice: boolean;
  /** The directory in which the catalog lies. */
  readonly catalogIn: "cellar" | "street" | "nowhere";
  /** Whether Flux may delete the catalog. */
  readonly mayLoseCatalog: boolean;
  /** The label by which the pump's Deployment finds its pods. Kubernetes never lets it change. */
  readonly pumpLabel: string;
}

export const settings: Settings = {
  namespace: "shop",
  repository: "https://example.com/shop.git",
  chart: "oci://example.com/charts/pump",
  city: "Delft",
  hasNotice: true,
  catalogIn: "cellar",
  mayLoseCatalog: true,
  pumpLabel: "old",
};
