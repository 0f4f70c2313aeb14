/** Which chart a release installs, as its objects say. */
export interface ChartReference {
  /**
   * Where it comes from, without its name: `https://stefanprodan.github.io/podinfo`, `oci://ghcr.io/stefanprodan/charts`. `.` for a
   * folder of the fleet's own repository.
   */
  readonly repository: string;
  /** Its name there; of a folder, the path from the repository's root. */
  readonly name: string;
  /** A version, or a range of versions. Without one, the newest release. */
  readonly version?: string | undefined;
  /** The digest of an OCI artifact. It decides before the version. */
  readonly digest?: string | undefined;
}
