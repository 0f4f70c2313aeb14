/** The code of an error of the operating system: `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return undefined;
  return error.code;
}

/** Does something and gives back `undefined` where it fails with one of these codes. What has too long a name is not there. */
export function ignoring<T>(codes: readonly string[], work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const code = errorCode(error) ?? "";
    if (codes.includes(code === "ENAMETOOLONG" ? "ENOENT" : code)) return undefined;
    throw error;
  }
}
