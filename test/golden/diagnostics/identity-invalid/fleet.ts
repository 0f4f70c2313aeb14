import { cluster, namespace } from "sluice";

const environment: Record<string, string> = {};

// @ts-expect-error What is looked up may be missing.
const shop = namespace(environment["NAMESPACE"]);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
