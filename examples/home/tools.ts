import { namespace } from "sluice";
import { houseApp } from "./app.ts";
import { backup, volume } from "./components.ts";

export const toolsNamespace = namespace("tools");

const mealie = houseApp(toolsNamespace, "mealie", {
  image: "ghcr.io/mealie-recipes/mealie",
  tag: "v3.0.2",
  port: 9000,
  components: [volume("2Gi"), backup()],
});

const miniflux = houseApp(toolsNamespace, "miniflux", {
  image: "ghcr.io/miniflux/miniflux",
  tag: "2.2.11",
  port: 8080,
});

const paperless = houseApp(toolsNamespace, "paperless", {
  image: "ghcr.io/paperless-ngx/paperless-ngx",
  tag: "2.17.1",
  port: 8000,
  components: [volume("50Gi"), backup()],
  // Its Deployment is fine long before it has indexed everything.
  sync: { wait: false, timeout: "10m" },
});

export const tools = [toolsNamespace, mealie, miniflux, paperless];
