import { gitRepository } from "sluice";

gitRepository("fleet", { url: "https://git.acme.example/fleet", ref: { branch: "main" } });
