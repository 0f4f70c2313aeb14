import { artifactGenerator, fluxSystem } from "sluice";

const artifacts = [{ name: "app", copy: [{ from: "@fleet/app/**", to: "@artifact/" }] }];
artifactGenerator("apps", { sources: [{ name: fluxSystem }], artifacts });
