import {
  basicAuthSecret,
  fromEnv,
  fromFile,
  gitSshSecret,
  kubeConfigSecret,
  providerSecret,
  proxySecret,
  registrySecret,
  secretText,
  tlsSecret,
  valuesSecret,
  variablesSecret,
  webhookTokenSecret,
} from "sluice";
import { settings } from "./settings.ts";

const { user: username, guardedHost, knownHosts } = settings;
const password = fromEnv("LAB_PASSWORD");
/** Keys lie beside the repository, never in it. */
const authority = fromFile("../keys/ca.crt");

export const gitSsh = gitSshSecret("git-ssh", { identity: fromFile("../keys/identity"), known_hosts: knownHosts });
export const gitHttps = basicAuthSecret("git-https", { username, password, "ca.crt": authority });
export const proxy = proxySecret("proxy", {
  address: settings.proxy,
  username: settings.proxyUser,
  password: fromEnv("LAB_PROXY_PASSWORD"),
});
export const registry = registrySecret("registry", { [guardedHost]: { username, password } });
export const charts = basicAuthSecret("charts", { username, password });
export const ca = tlsSecret("ca", { "ca.crt": authority });
export const hook = webhookTokenSecret("hook", { token: fromEnv("LAB_HOOK_TOKEN") });
export const receiverOfAlerts = providerSecret("alerts", "generic", {
  address: fromEnv("LAB_WEBHOOK"),
  headers: { Authorization: secretText`Bearer ${fromEnv("LAB_HOOK_TOKEN")}` },
});
export const kubeConfig = kubeConfigSecret(
  "kubeconfig",
  { value: fromFile("../keys/kubeconfig") },
  // Everything of the lab is on one machine.
  { silence: ["secret/content"] },
);
export const variables = variablesSecret("variables", { CITY: fromEnv("LAB_CITY") });
export const values = valuesSecret("values", { "values.yaml": { greeting: fromEnv("LAB_CITY") } });
