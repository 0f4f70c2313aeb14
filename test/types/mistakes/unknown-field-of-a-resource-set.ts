import { resourceSet } from "sluice";

resourceSet("tenants", { inputs: [{ tenant: "a" }], resourceTemplate: "kind: Namespace", resources: [] });
