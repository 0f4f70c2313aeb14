import { resourceSet } from "sluice";

const resources = [{ apiVersion: "v1", kind: "Namespace", metadata: { name: "<< inputs.tenant >>" } }];
resourceSet("tenants", { inputs: [{ tenant: "a" }], resources, steps: [{ name: "first", resources }] });
