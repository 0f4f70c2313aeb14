import { resourceSet } from "sluice";

const selector = { matchLabels: { team: "a" } };
resourceSet("tenants", { resourcesTemplate: "kind: Namespace", inputsFrom: [{ name: "tenants", selector }] });
