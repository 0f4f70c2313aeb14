import { cluster, namespace } from "sluice";

const sites: Record<string, { readonly namespace: string }> = { staging: { namespace: "shop" } };

function siteOf(name: string) {
  const site = sites[name];
  if (site === undefined) throw new Error(`no site is called ${name}`);
  return site;
}

const shop = namespace(siteOf("production").namespace);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: shop });
