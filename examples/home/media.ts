import { namespace } from "sluice";
import { houseApp } from "./app.ts";
import { backup, volume } from "./components.ts";

export const mediaNamespace = namespace("media");

/** Where the films lie: a share that is not Kubernetes' to manage. */
const library = { persistence: { library: { type: "nfs", server: "nas.internal", path: "/volume1/media" } } };

const jellyfin = houseApp(mediaNamespace, "jellyfin", {
  image: "ghcr.io/jellyfin/jellyfin",
  tag: "10.10.7",
  port: 8096,
  components: [volume("20Gi"), backup()],
  values: library,
  release: { timeout: "15m" },
});

const qbittorrent = houseApp(mediaNamespace, "qbittorrent", {
  image: "ghcr.io/home-operations/qbittorrent",
  tag: "5.1.2",
  port: 8080,
  values: library,
});

/** What looks for new films and series waits for what downloads them. */
const indexers = (
  [
    ["radarr", "5.27.5", 7878],
    ["sonarr", "4.0.15", 8989],
  ] as const
).map(([name, tag, port]) =>
  houseApp(mediaNamespace, name, {
    image: `ghcr.io/home-operations/${name}`,
    tag,
    port,
    components: [volume("5Gi"), backup()],
    values: library,
    sync: { dependsOn: [qbittorrent] },
  }),
);

export const media = [mediaNamespace, jellyfin, qbittorrent, indexers];
