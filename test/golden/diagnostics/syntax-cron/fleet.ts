import { cluster, resourceSetInputProvider } from "sluice";

const tags = resourceSetInputProvider(
  "tags",
  {
    type: "GitHubTag",
    url: "https://github.com/acme/shop",
    schedule: [{ cron: "0 8 * * 7" }],
  },
  { namespace: "default" },
);

export default cluster("production", { path: "clusters/production", flux: "2.9", resources: tags });
