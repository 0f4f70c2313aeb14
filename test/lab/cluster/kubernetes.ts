import { type Answer, type ApiServer, type ApiServerAddress, openApiServer } from "./api-server.ts";
import { lab } from "./lab.ts";
import { type KubeObject, keyOf, nameOf, type ObjectKey } from "./objects.ts";
import { resourcePaths } from "./resource-paths.ts";

/** The owner of the fields that tests apply. */
const APPLIER = "lab";
/** The owner of the fields that tests change as somebody with an editor does. */
const HAND = "hand";

/** An event that is told about an object. */
export interface KubeEvent {
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly time: string;
}

/** A cluster, seen by an administrator. What is not there is `undefined`, and whatever else goes wrong is thrown. */
export interface Kubernetes {
  get(key: ObjectKey): Promise<KubeObject | undefined>;
  list(apiVersion: string, kind: string, where?: ListOptions): Promise<readonly KubeObject[]>;
  /** Applies objects one after the other, by the server. */
  apply(...objects: readonly KubeObject[]): Promise<readonly KubeObject[]>;
  /** Merges a patch (RFC 7386) into an object, as an edit by hand. */
  patch(key: ObjectKey, change: Readonly<Record<string, unknown>>): Promise<KubeObject>;
  delete(key: ObjectKey): Promise<void>;
  /** What was told about an object, the oldest first. */
  events(key: ObjectKey): Promise<readonly KubeEvent[]>;
  /** Any request, with its answer as it is. */
  request: ApiServer["request"];
}

/** Narrows a list. */
export interface ListOptions {
  readonly namespace?: string;
  /** A label selector, such as `app=web`. */
  readonly labels?: string;
}

let client: Kubernetes | undefined;

/** Gives the cluster of this run; its connections are kept for all tests of a file. */
export function kubernetes(): Kubernetes {
  client ??= connect(lab());
  return client;
}

/** Opens a cluster by its address. */
function connect(address: ApiServerAddress): Kubernetes {
  const api = openApiServer(address);
  const paths = resourcePaths(api);

  async function pathOf(key: ObjectKey): Promise<string> {
    const path = await paths.ofObject(key);
    if (path === undefined) throw new Error(`${nameOf(key)}: the server does not serve ${key.apiVersion} ${key.kind}`);
    return path;
  }

  async function get(key: ObjectKey): Promise<KubeObject | undefined> {
    const answer = await api.request("GET", await pathOf(key));
    return answer.status === 404 ? undefined : objectIn(answer, `read ${nameOf(key)}`);
  }

  async function list(apiVersion: string, kind: string, where: ListOptions = {}): Promise<readonly KubeObject[]> {
    const path = await paths.ofKind(apiVersion, kind, where.namespace);
    if (path === undefined) throw new Error(`The server does not serve ${apiVersion} ${kind}`);
    const query = where.labels === undefined ? "" : `?labelSelector=${encodeURIComponent(where.labels)}`;
    const { items } = bodyOf<{ items: KubeObject[] }>(await api.request("GET", path + query), `list ${kind}`);
    // Items of a list do not say what they are.
    return items.map((item) => ({ ...item, apiVersion, kind }));
  }

  async function applyOne(object: KubeObject): Promise<KubeObject> {
    const query = `?fieldManager=${APPLIER}&force=true&fieldValidation=Strict`;
    const path = (await pathOf(keyOf(object))) + query;
    const answer = await api.request("PATCH", path, object, "application/apply-patch+yaml");
    return objectIn(answer, `apply ${nameOf(keyOf(object))}`);
  }

  async function apply(...objects: readonly KubeObject[]): Promise<readonly KubeObject[]> {
    const applied: KubeObject[] = [];
    for (const object of objects) applied.push(await applyOne(object));
    return applied;
  }

  async function patch(key: ObjectKey, change: Readonly<Record<string, unknown>>): Promise<KubeObject> {
    const path = `${await pathOf(key)}?fieldManager=${HAND}`;
    return objectIn(await api.request("PATCH", path, change, "application/merge-patch+json"), `patch ${nameOf(key)}`);
  }

  async function remove(key: ObjectKey): Promise<void> {
    const answer = await api.request("DELETE", `${await pathOf(key)}?propagationPolicy=Background`);
    if (answer.status !== 404) bodyOf(answer, `delete ${nameOf(key)}`);
  }

  async function events(key: ObjectKey): Promise<readonly KubeEvent[]> {
    const told = await list("v1", "Event", { namespace: key.namespace ?? "default" });
    return told
      .map((event) => event as KubeObject & EventFields)
      .filter(({ involvedObject }) => involvedObject.kind === key.kind && involvedObject.name === key.name)
      .map(({ type, reason, message, lastTimestamp, eventTime, metadata }) => {
        const time = lastTimestamp ?? eventTime ?? String(metadata["creationTimestamp"]);
        return { type, reason, message, time };
      })
      .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  }

  return { get, list, apply, patch, delete: remove, events, request: api.request };
}

/** The fields of an Event, which the API promises. */
interface EventFields {
  readonly involvedObject: { readonly kind: string; readonly name: string };
  readonly type: string;
  readonly reason: string;
  readonly message: string;
  readonly lastTimestamp: string | null;
  readonly eventTime: string | null;
}

function objectIn(answer: Answer, doing: string): KubeObject {
  return bodyOf<KubeObject>(answer, doing);
}

/** The API promises what stands at a path, so the caller knows what a successful answer is. */
function bodyOf<Body>({ status, body }: Answer, doing: string): Body {
  if (status >= 200 && status < 300) return body as Body;
  const said = typeof body === "object" && body !== null && "message" in body ? body.message : body;
  throw new Error(`Cannot ${doing}: ${status} ${String(said)}`);
}
