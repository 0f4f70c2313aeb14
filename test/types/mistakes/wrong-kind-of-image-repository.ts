import { imagePolicy, ociRepository } from "sluice";

const app = ociRepository("app", { url: "oci://registry.acme.example/app", interval: "1h" });
imagePolicy("app", { imageRepositoryRef: app, policy: { semver: { range: "1.x" } } });
