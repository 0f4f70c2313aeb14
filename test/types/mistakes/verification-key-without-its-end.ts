import { fromFile, gitVerificationSecret } from "sluice";

gitVerificationSecret("trusted", { "me.pub": fromFile("keys/me.pub") });
