import { cluster, defineKind } from "sluice";

// As `sluice generate crd` writes it.
const site = defineKind<"Site", { readonly home: string }>({
  group: "web.acme.example",
  kind: "Site",
  scope: "Namespaced",
  versions: [{ name: "v1" }],
  body: () => ({
    type: "object",
    properties: {
      spec: {
        type: "object",
        required: ["home"],
        rules: [
          { rule: "isURL(self.home)", message: "an address is needed" },
          { rule: "url(self.home).getQuery().size() == 0", message: "an address without parameters is needed" },
        ],
        properties: { home: { type: "string", pattern: "^https://" } },
      },
    },
  }),
});

const resources = [
  site("shop", { home: "https://shop.acme.example" }, { namespace: "default" }),
  site("blog", { home: "https://blog.acme.example" }, { namespace: "default" }),
];

export default cluster("production", { path: "clusters/production", flux: "2.9", resources });
