import { fromEnv, githubAppSecret } from "sluice";

githubAppSecret("app", {
  githubAppID: "123456",
  githubAppInstallationID: "7890",
  githubAppInstallationOwner: "acme",
  githubAppPrivateKey: fromEnv("APP_KEY"),
});
