import { provider } from "sluice";

provider("chat", { type: "slak" });
