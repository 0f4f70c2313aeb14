import { alert, provider } from "sluice";

const chat = provider("chat", { type: "slack" });
alert("failures", { providerRef: chat, eventSources: [chat] });
