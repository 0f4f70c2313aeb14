import { type Answer, type ApiServerAddress, openApiServer } from "../../lab/cluster/api-server.ts";
import { type KubeObject, keyOf, nameOf, type ObjectKey } from "../../lab/cluster/objects.ts";
import { resourcePaths } from "../../lab/cluster/resource-paths.ts";
import type { World } from "./world.ts";

/** The owner of the fields that the provider applies. */
const MANAGER = "pulumi-kubernetes";

/** Objects on an API server. */
export function clusterWorld(address: ApiServerAddress): World {
  const api = openApiServer(address);
  const paths = resourcePaths(api);

  async function pathOf(key: ObjectKey): Promise<string> {
    const path = await paths.ofObject(key);
    if (path === undefined) throw new Error(`${nameOf(key)}: the server does not serve ${key.apiVersion} ${key.kind}`);
    return path;
  }

  const get: World["get"] = async (key) => {
    const answer = await api.request("GET", await pathOf(key));
    return answer.status === 404 ? undefined : objectIn(answer);
  };

  const apply: World["apply"] = async (object, force) => {
    const path = `${await pathOf(keyOf(object))}?fieldManager=${MANAGER}&force=${force}`;
    return objectIn(await api.request("PATCH", path, object, "application/apply-patch+yaml"));
  };

  return {
    get,
    apply,
    async create(object) {
      const key = keyOf(object);
      if ((await get(key)) !== undefined) throw new Error(`${nameOf(key)} already exists`);
      return apply(object, false);
    },
    async delete(key) {
      const answer = await api.request("DELETE", `${await pathOf(key)}?propagationPolicy=Foreground`);
      if (answer.status !== 404) objectIn(answer);
    },
  };
}

function objectIn({ status, body }: Answer): KubeObject {
  // The API promises what stands at the path of an object.
  if (status >= 200 && status < 300) return body as KubeObject;
  const said = typeof body === "object" && body !== null && "message" in body ? body.message : body;
  throw new Error(String(said));
}
