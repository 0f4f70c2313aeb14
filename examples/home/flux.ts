import { bootstrapSync, external } from "sluice";

/** How Flux reads this repository. Bootstrap wrote it once; it decrypts, which bootstrap does not ask for. */
export const flux = bootstrapSync({
  url: "ssh://git@github.com/somebody/home",
  path: "clusters/home",
  sync: { decryption: { provider: "sops", secretRef: external("Secret", "sops-age") } },
});
