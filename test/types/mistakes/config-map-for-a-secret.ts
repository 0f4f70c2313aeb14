import { configMap, gitRepository } from "sluice";

const token = configMap("token", { data: { token: "t" } });

gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m", secretRef: token });
