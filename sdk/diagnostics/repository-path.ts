import type { LocatedDiagnostic, LocatedPlace, Place } from "./resolve-location.ts";

/** Says where files are in the repository, for programs that look there and not where the command was called. */
export interface RepositoryPaths {
  /** The path of a program's file, which is shown as it is from where the command was called. */
  readonly ofProgram: (file: string) => string;
  /** The path of a file in the output folder. */
  readonly ofOutput: (file: string) => string;
}

/** A place in a file of the repository: a line, or the file as a whole. */
export interface RepositoryPlace {
  readonly path: string;
  readonly place?: Place | undefined;
}

/** The places of a diagnostic, the one it is mainly about first: the author's line, else the file on disk. */
export function repositoryPlaces(
  { places, file }: Pick<LocatedDiagnostic, "places" | "file">,
  paths: RepositoryPaths,
): readonly RepositoryPlace[] {
  const ofAuthor = places.map((place) => ({ path: paths.ofProgram(place.file), place }));
  return ofAuthor.length === 0 && file !== undefined ? [{ path: paths.ofOutput(file) }] : ofAuthor;
}

/** Where a related place is; `undefined` where it is only words. */
export function relatedPlace({ file, place }: LocatedPlace, paths: RepositoryPaths): RepositoryPlace | undefined {
  if (place !== undefined) return { path: paths.ofProgram(place.file), place };
  return file === undefined ? undefined : { path: paths.ofOutput(file) };
}
