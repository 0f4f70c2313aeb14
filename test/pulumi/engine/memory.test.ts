import { describe } from "vitest";
import { findPulumi, WITHOUT_ENGINE } from "./command.ts";
import { describeDeploy } from "./deploy-suite.ts";
import { memoryTarget } from "./memory-target.ts";

const pulumi = findPulumi();

describe.skipIf(pulumi === undefined)(
  pulumi === undefined ? WITHOUT_ENGINE : "the engine, with objects in a memory",
  () => {
    describeDeploy(pulumi ?? "", memoryTarget);
  },
);
