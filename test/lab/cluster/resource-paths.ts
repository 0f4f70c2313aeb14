import type { ApiServer } from "./api-server.ts";
import type { ObjectKey } from "./objects.ts";

interface ServedKind {
  readonly plural: string;
  readonly isNamespaced: boolean;
}

/** Finds the paths of kinds, by asking the server once for each API version. */
export interface ResourcePaths {
  /** Undefined when the server does not serve the kind. */
  ofKind(apiVersion: string, kind: string, namespace?: string): Promise<string | undefined>;
  ofObject(key: ObjectKey): Promise<string | undefined>;
}

/** Namespaced objects that name no namespace are looked for in `default`, like everywhere else. */
export function resourcePaths(api: ApiServer): ResourcePaths {
  const versions = new Map<string, Promise<ReadonlyMap<string, ServedKind>>>();

  async function served(apiVersion: string, kind: string): Promise<ServedKind | undefined> {
    const known = (await versions.get(apiVersion))?.get(kind);
    if (known !== undefined) return known;
    const asked = readVersion(api, apiVersion);
    versions.set(apiVersion, asked);
    return (await asked).get(kind);
  }

  async function ofKind(apiVersion: string, kind: string, namespace?: string): Promise<string | undefined> {
    const found = await served(apiVersion, kind);
    if (found === undefined) return undefined;
    const scope = found.isNamespaced && namespace !== undefined ? `/namespaces/${namespace}` : "";
    return `${rootOf(apiVersion)}${scope}/${found.plural}`;
  }

  async function ofObject({ apiVersion, kind, name, namespace = "default" }: ObjectKey): Promise<string | undefined> {
    const path = await ofKind(apiVersion, kind, namespace);
    return path === undefined ? undefined : `${path}/${encodeURIComponent(name)}`;
  }

  return { ofKind, ofObject };
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

async function readVersion(api: ApiServer, apiVersion: string): Promise<ReadonlyMap<string, ServedKind>> {
  const { status, body } = await api.request("GET", rootOf(apiVersion));
  if (status !== 200) return new Map();
  // The API promises an APIResourceList at this path.
  const { resources } = body as { resources: { name: string; kind: string; namespaced: boolean }[] };
  return new Map(
    resources
      // The others are parts of a kind, such as its status.
      .filter(({ name }) => !name.includes("/"))
      .map(({ name, kind, namespaced }) => [kind, { plural: name, isNamespaced: namespaced }]),
  );
}
