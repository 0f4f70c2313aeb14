import { kustomization } from "sluice";
import { settings } from "./settings.ts";
import { sync } from "./source.ts";

/** A folder that people keep by hand, without a kustomization file. */
export const byHand = kustomization("by-hand", { ...sync, path: "./by-hand", targetNamespace: settings.namespace });
