import { Config, type ProviderResource, type Resource } from "@pulumi/pulumi";
import { isDeferred } from "../model/deferred.ts";
import { knownValue } from "./settle.ts";

/** The provider that a resource's children use; `undefined` for the one that the stack's configuration describes. */
export function providerOf(resource: Resource): ProviderResource | undefined {
  return resource.getProvider("kubernetes:core/v1:Secret");
}

/**
 * A setting of the provider: as the provider got it, else as the stack's configuration or the environment has it. In a preview, what is
 * not set looks like what is decided later, so that both are `undefined`. Settings that are no texts are JSON.
 *
 * @param variable The environment variable that the provider reads, if there is one.
 */
export async function providerSetting(
  provider: ProviderResource | undefined,
  name: string,
  variable: string,
): Promise<string | undefined> {
  if (provider === undefined) return new Config("kubernetes").get(name) ?? process.env[variable];
  // A provider has its settings as properties, which its type does not say.
  const given: unknown = Reflect.get(provider, name);
  if (!isDeferred(given)) return undefined;
  const known = await knownValue(given);
  return typeof known === "string" ? known : undefined;
}
