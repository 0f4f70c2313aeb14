import { cluster, fromEnv, secret } from "sluice";

const db = secret("db", { stringData: { password: fromEnv("DB_PASSWORD") } }, { namespace: "default" });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  decryption: true,
  resources: db,
});
