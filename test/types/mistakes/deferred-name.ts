import { gitRepository } from "sluice";
import type { Output } from "../cases/output.ts";

declare const name: Output<string>;

gitRepository(name, { url: "https://git.acme.example/fleet", interval: "1m" });
