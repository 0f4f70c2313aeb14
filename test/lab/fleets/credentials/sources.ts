import { gitRepository, helmRepository, imageRepository, ociRepository } from "sluice";
import * as secrets from "./secrets.ts";
import { settings } from "./settings.ts";

const interval = "10m";
const ref = { branch: "main" };
const guarded = `oci://${settings.guardedHost}`;

export const overSsh = gitRepository("over-ssh", { url: settings.gitSsh, ref, interval, secretRef: secrets.gitSsh });
export const overHttps = gitRepository("over-https", {
  url: settings.gitHttps,
  ref,
  interval,
  secretRef: secrets.gitHttps,
});
export const throughProxy = gitRepository("through-proxy", {
  url: settings.gitHttps,
  ref,
  interval,
  secretRef: secrets.gitHttps,
  proxySecretRef: secrets.proxy,
});
export const artifact = ociRepository("artifact", {
  url: `${guarded}/${settings.artifact}`,
  ref: { tag: "1.0.0" },
  interval,
  secretRef: secrets.registry,
  certSecretRef: secrets.ca,
});
export const charts = helmRepository("charts", {
  url: `https://${settings.guardedHost}/charts/${settings.charts}`,
  interval,
  secretRef: secrets.charts,
  certSecretRef: secrets.ca,
});
export const chartsInRegistry = helmRepository("charts-in-registry", {
  type: "oci",
  url: `${guarded}/${settings.charts}`,
  interval,
  secretRef: secrets.registry,
  certSecretRef: secrets.ca,
});
export const images = imageRepository("images", {
  image: `${settings.guardedHost}/${settings.artifact}`,
  interval,
  secretRef: secrets.registry,
  certSecretRef: secrets.ca,
});
