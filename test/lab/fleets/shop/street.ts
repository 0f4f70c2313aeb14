import { configMap, directory, group, kustomization } from "sluice";
import { catalogIn } from "./catalog.ts";
import { settings } from "./settings.ts";
import { sync } from "./source.ts";

const sign = configMap("sign", { data: { text: "this way" } });

/** Its directory lies around the shop's. */
export const street = kustomization("street", {
  ...sync,
  path: directory("apps", group({ namespace: settings.namespace }, [sign, catalogIn("street")])),
});
