/**
 * The lock file `sluice.charts.json`: which charts the values of a project are typed and checked with. It stands in the project's folder;
 * a build looks for it from the program's folder upwards.
 */
export interface ChartLock {
  readonly lockVersion: 1;
  /** The folder of the generated files, from the lock file's own. */
  readonly out: string;
  /** Sorted by name, repository and version. */
  readonly charts: readonly LockedChart[];
}

/** A chart, and the files that were generated of it. */
export interface LockedChart {
  readonly name: string;
  readonly repository: string;
  /** What the fleet asks for, where that is not the version itself: a range, or a tag. */
  readonly range?: string | undefined;
  readonly version: string;
  /** `sha256:…` of the archive, or of the OCI manifest for `oci://`. Absent for folders. */
  readonly digest?: string | undefined;
  /** Set where no release installs it: its types were asked for by its name. */
  readonly given?: true | undefined;
  /** The name of its generated files, without their endings: `podinfo` for `podinfo.ts` and `podinfo.json`. */
  readonly file: string;
}
