import { defineConfig } from "sluice";

// @ts-expect-error The field is called silence.
export default defineConfig({ silenced: ["path/missing"] });
