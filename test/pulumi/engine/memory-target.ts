import { randomBytes } from "node:crypto";
import { memoryWorld } from "../provider/memory-world.ts";
import { serveProvider } from "../provider/serve.ts";
import type { Target } from "./target.ts";

/** Objects in this process's memory: no API server, no controllers. */
export async function memoryTarget(): Promise<Target> {
  const world = memoryWorld();
  const provider = await serveProvider(world);
  const closed = new Set<unknown>();
  const refusal = "the repository cannot be fetched";
  world.complain(({ spec }) => (closed.has(spec?.["url"]) ? refusal : undefined));
  const newName: Target["newName"] = (prefix) => `${prefix}-${randomBytes(4).toString("hex")}`;
  return {
    environment: { PULUMI_DEBUG_PROVIDERS: `kubernetes:${provider.port}` },
    refusal,
    newName,
    newSource: async () => {
      const url = `http://127.0.0.1/git/${newName("repository")}.git`;
      return { url, close: () => closed.add(url), open: () => closed.delete(url) };
    },
    get: (key) => world.get(key),
    patch: async (key, change) => world.patch(key, change),
    delete: (key) => world.delete(key),
    hurry: async () => {},
    close: async () => provider.stop(),
  };
}
