// Pulumi's engine with a provider of our own that applies to the lab's API server; by `npm run test:pulumi-real`, with the
// real provider, `pulumi-resource-kubernetes`, from the PATH.
import { describe } from "vitest";
import { findPulumi } from "../../pulumi/engine/command.ts";
import { describeDeploy } from "../../pulumi/engine/deploy-suite.ts";
import { describeProvider } from "../../pulumi/engine/provider-suite.ts";
import { labTarget, realTarget } from "./lab-target.ts";

const isReal = process.env["SLUICE_PULUMI_PROVIDER"] === "real";
const open = isReal ? realTarget : labTarget;

describe(isReal ? "the engine, with the real provider" : "the engine, with the lab's API server", () => {
  describeProvider(findPulumi() ?? "", open);
  describeDeploy(findPulumi() ?? "", open);
});
