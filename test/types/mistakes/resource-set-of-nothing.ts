import { resourceSet } from "sluice";

resourceSet("tenants", { inputs: [{ tenant: "a" }, { tenant: "b" }] });
