import { cluster, secret } from "sluice";

const credentials = secret("credentials", { stringData: { password: "correct-horse" } }, { namespace: "default" });

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: credentials });
