import { alert, external, fluxSystem } from "sluice";

alert("failures", { providerRef: external("Secret", "slack"), eventSources: [fluxSystem] });
