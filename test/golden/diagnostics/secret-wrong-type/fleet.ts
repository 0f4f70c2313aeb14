import { cluster, secret } from "sluice";

const login = secret(
  "login",
  { stringData: { ".dockerconfigjson": '{"auths": {"ghcr.io": {"username": "flux", "password": "correct-horse"}}}' } },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", decryption: true, resources: login });
