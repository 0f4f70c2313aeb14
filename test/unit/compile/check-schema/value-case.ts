import type { Schema } from "../../../../sdk/model/schema.ts";

/** A schema, values that the API server takes there and values that it refuses, and the code of the refusals. */
export type ValueCase = readonly [schema: Schema, takes: readonly unknown[], refuses: readonly unknown[], code: string];
