import { cluster, fromEnv, secret } from "sluice";

const client = secret(
  "client",
  { type: "kubernetes.io/tls", stringData: { "ca.crt": fromEnv("CA") } },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: client });
