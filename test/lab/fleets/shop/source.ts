import { gitRepository } from "sluice";
import { settings } from "./settings.ts";

export const source = gitRepository("shop", { url: settings.repository, ref: { branch: "main" }, interval: "1h" });

/** How everything is applied. */
export const sync = { sourceRef: source, interval: "1h", retryInterval: "5s", timeout: "2m", prune: true } as const;
