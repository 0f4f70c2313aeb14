// What the stand-in provider does with objects in a memory is what it does with an API server, and what the real one does.
import { describe } from "vitest";
import { findPulumi } from "../../pulumi/engine/command.ts";
import { memoryTarget } from "../../pulumi/engine/memory-target.ts";
import { describeProvider } from "../../pulumi/engine/provider-suite.ts";

describe("the engine, with objects in a memory", () => {
  describeProvider(findPulumi() ?? "", memoryTarget);
});
