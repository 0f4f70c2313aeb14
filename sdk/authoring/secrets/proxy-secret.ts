import type { ResourceOptions } from "../../model/resource-options.ts";
import type { SecretInput } from "../../model/secret-value.ts";
import type { Secret } from "../kubernetes/secret.ts";
import { buildSecret } from "./build-secret.ts";

/** Where a proxy is. */
export interface ProxyAddress {
  /** The proxy's URL: `http://`, `https://` or `socks5://`, at most 2048 characters. */
  readonly address: SecretInput;
}

/** A proxy that asks for a login. */
export interface ProxyWithLogin extends ProxyAddress {
  /** The user name for the proxy. */
  readonly username: SecretInput;
  /** The password for the proxy. */
  readonly password?: SecretInput | undefined;
}

/** A proxy for everybody. */
export interface ProxyAlone extends ProxyAddress {
  readonly username?: undefined;
  readonly password?: undefined;
}

/** What stands in the Secret of a proxy. A password without a user name would not be read. */
export type ProxyKeys = ProxyWithLogin | ProxyAlone;

/**
 * A Secret with a proxy: the `proxySecretRef` of a source, an ImageRepository or a Provider.
 *
 * An address with another scheme is `secret/content`.
 *
 * Source: https://fluxcd.io/flux/components/source/gitrepositories/#proxy-secret-reference
 *
 * @param name The Secret's name.
 * @param keys What stands in it.
 * @param options Namespace, labels, annotations and where to write it.
 */
export function proxySecret(name: string, keys: ProxyKeys, options?: ResourceOptions): Secret {
  return buildSecret({ use: "proxy", name, stringData: { ...keys }, options }, proxySecret);
}
