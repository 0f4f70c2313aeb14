import { gitRepository } from "sluice";

gitRepository("fleet", { url: "https://git.acme.example/fleet", interval: "1m", ref: { brnch: "main" } });
