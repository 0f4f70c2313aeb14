import { external, imagePolicy } from "sluice";

const app = external("ImageRepository", "app");
imagePolicy("app", { imageRepositoryRef: app, policy: { semver: { range: "1.x" } }, interval: "1h" });
