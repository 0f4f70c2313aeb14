import { cluster, secret } from "sluice";

const db = secret("db", { stringData: { password: "correct-horse" } }, { namespace: "default" });

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: db });
