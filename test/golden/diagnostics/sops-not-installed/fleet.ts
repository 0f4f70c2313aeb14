import { cluster, secret, secretValue } from "sluice";

const db = secret("db", { stringData: { password: secretValue("correct-horse") } }, { namespace: "default" });

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  decryption: true,
  resources: db,
});
