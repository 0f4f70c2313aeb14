import { resourceSetInputProvider } from "sluice";

resourceSetInputProvider("releases", { type: "GitHubTag", filter: { semver: "1.x" } });
