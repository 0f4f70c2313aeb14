/** A reference in two parts. */
export interface SplitReference {
  readonly address: string;
  /** What stands behind `#`, decoded: a pointer, an anchor, or nothing. */
  readonly fragment: string;
}

/** Divides a reference. One whose fragment cannot be decoded keeps it as it stands, and leads nowhere. */
export function splitReference(reference: string): SplitReference {
  const at = reference.indexOf("#");
  if (at === -1) return { address: reference, fragment: "" };
  return { address: reference.slice(0, at), fragment: decoded(reference.slice(at + 1)) };
}

/** What a reference means in a document. `undefined` where it is no address. */
export function resolveReference(base: string, reference: string): { url: string; fragment: string } | undefined {
  const { address, fragment } = splitReference(reference);
  if (address === "") return { url: base, fragment };
  const url = URL.canParse(address, base) ? new URL(address, base).href : undefined;
  return url === undefined ? undefined : { url, fragment };
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
