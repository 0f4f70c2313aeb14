import { fromEnv, providerSecret } from "sluice";

providerSecret("chat", "discord", { token: fromEnv("DISCORD_TOKEN") });
