/** Says whether kustomize takes a file of this name for the list of what its folder applies. */
export function isKustomizationName(name: string): boolean {
  return name === "kustomization.yaml" || name === "kustomization.yml" || name === "Kustomization";
}
