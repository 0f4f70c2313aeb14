/** Says whether a path is a folder, or lies in it. The empty path is the output folder. */
export function inFolder(path: string, folder: string): boolean {
  return folder === "" || path === folder || path.startsWith(`${folder}/`);
}

/** A path from a folder that it lies in. */
export function relativePath(path: string, folder: string): string {
  if (folder === "") return path;
  return path === folder ? "" : path.slice(folder.length + 1);
}

/** Joins a folder and a path below it. */
export function joinPath(folder: string, path: string): string {
  return folder === "" ? path : path === "" ? folder : `${folder}/${path}`;
}

/** Joins a folder and a path that starts there, which may lead out of it by `..`. */
export function resolvePath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of joinPath(folder, path).split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}

/** The folder of a file. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The last part of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** A `path` of a Kustomization from the root of its artifact, in one form. Flux does not let it lead out of the artifact. */
export function plainPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** Says whether a path stays where it is used: not empty, not absolute, without `..`, `.`, empty parts and control characters. */
export function staysInside(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\p{Cc}]/u.test(path) &&
    !/^[A-Za-z]:/.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}

/** Says whether a path leads to what is never a program's to write: Git's own data, and the index of written files. */
export function isReserved(path: string): boolean {
  return path.split("/").some((part) => /^\.(?:git|sluice)$/i.test(part));
}

const NOT_DELIVERED =
  /(?:^|\/)(?:\.(?:git|github|circleci)\/|(?:\.(?:travis|gitlab-ci|drone|goreleaser)\.yml|appveyor\.yml|codeship-(?:services|steps)\.yml|cloudbuild\.yaml|\.(?:sops|flux)\.yaml)$)/;

/** Says whether sources deliver a file: they leave out, unless they are told otherwise, what belongs to Git and to build services. */
export function isDelivered(path: string): boolean {
  return !NOT_DELIVERED.test(path);
}

/** Says whether Flux takes a file for a manifest by its name. */
export function isYamlName(name: string): boolean {
  return name.endsWith(".yaml") || name.endsWith(".yml");
}
