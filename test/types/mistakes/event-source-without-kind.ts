import { alert, external } from "sluice";

alert("failures", { providerRef: external("Provider", "chat"), eventSources: [{ name: "*" }] });
