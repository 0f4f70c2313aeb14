/** Says whether kustomize takes a file of this name for the list of what its folder applies. */
export function isKustomizationName(name: string): boolean {
  return name === "kustomization.yaml" || name === "kustomization.yml" || name === "Kustomization";
}

/** The kind of object that a directory's `configMapGenerator` makes. */
export const GENERATED_KIND: { readonly group: string; readonly kind: string } = { group: "", kind: "ConfigMap" };
