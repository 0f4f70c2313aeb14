import { cluster, namespace, override } from "sluice";

const shop = namespace("shop");

export default cluster("production", {
  path: "clusters/production",
  flux: "2.9",
  resources: shop,
  overrides: [override(shop, { labels: { team: "shop" } }), override(shop, { labels: { tier: "1" } })],
});
