/** Stands for a path that a program without types gave as no text. The compiler refuses it. */
export const NO_PATH = "\u0001";

/**
 * A folder's path as it is compared and joined: without `./` in front and slashes behind, empty for the repository's root.
 * An absolute path stays one: the compiler refuses it.
 */
export function folderPath(path: unknown): string {
  if (typeof path !== "string") return NO_PATH;
  const plain = path.replace(/^(?:\.\/+)+/, "").replace(/(?<=[^/])\/+$/, "");
  return plain === "." ? "" : plain;
}
