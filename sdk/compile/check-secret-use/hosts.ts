/** A host of a URL, as it stands there, and its port. */
export interface UrlHost {
  readonly host: string;
  readonly port: string | undefined;
}

/** The host of a URL: `ssh://git@example.com:2222/acme/app`. */
export function hostOf(url: string): UrlHost | undefined {
  const [, bracketed, plain, port] =
    /^[a-z]+:\/\/(?:[^/@]*@)?(?:\[([^\]]+)\]|([^/:]+))(?::(\d+))?(?=\/|$)/.exec(url) ?? [];
  const host = bracketed ?? plain;
  return host === undefined ? undefined : { host, port };
}

/** The registry, with its port, of an image or an artifact: `oci://registry.example.com:5000/acme/app`. */
export function registryOf(image: string): string | undefined {
  const isUrl = image.startsWith("oci://");
  const [first, ...rest] = (isUrl ? image.slice("oci://".length) : image).split("/");
  if (first === undefined || first === "") return undefined;
  // An image without a registry is one of Docker Hub.
  const isRegistry = isUrl || (rest.length > 0 && (/[.:]/.test(first) || first === "localhost"));
  return isRegistry ? first : "index.docker.io";
}

/** The scheme of a URL, small: `https`. */
export function schemeOf(url: string): string | undefined {
  return /^([a-z][a-z0-9+.-]*):\/\//i.exec(url)?.[1]?.toLowerCase();
}
