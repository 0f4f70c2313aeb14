/** What kustomize calls the list of what a folder applies. */
export const KUSTOMIZATION_NAMES: readonly string[] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/** Says whether kustomize takes a file of this name for the list of what its folder applies. */
export function isKustomizationName(name: string): boolean {
  return KUSTOMIZATION_NAMES.includes(name);
}

/** The kind of object that a directory's `configMapGenerator` makes. */
export const GENERATED_KIND: { readonly group: string; readonly kind: string } = { group: "", kind: "ConfigMap" };
