import { basicAuthSecret, cluster, ociRepository, secretValue } from "sluice";

const login = basicAuthSecret("ghcr", { username: "flux", password: secretValue("correct-horse") });

const app = ociRepository("app", { url: "oci://ghcr.io/acme/app", interval: "10m", secretRef: login });

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: app });
