/**
 * A folder's path as it is compared and joined: without `./` in front and slashes behind, empty for the repository's root.
 * An absolute path stays one: the compiler refuses it.
 */
export function folderPath(path: string): string {
  const plain = path.replace(/^(?:\.\/+)+/, "").replace(/(?<=[^/])\/+$/, "");
  return plain === "." ? "" : plain;
}
