import { fromFile, gitSshSecret } from "sluice";

gitSshSecret("deploy-key", { identity: fromFile("keys/deploy") });
