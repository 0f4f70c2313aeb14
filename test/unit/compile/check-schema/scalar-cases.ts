import type { ValueCase } from "./value-case.ts";

/** Scalars, by what they are. */
export const SCALARS: Readonly<Record<string, ValueCase>> = {
  "a string": [{ type: "string" }, ["", "a", "5"], [5, true, [], {}], "schema/type"],
  "a boolean": [{ type: "boolean" }, [true, false], ["true", 1, [], {}], "schema/type"],
  "an integer": [
    { type: "integer" },
    [0, -5, 5.0, 1e3, 2 ** 53, -(2 ** 62)],
    [1.5, "5", true, 1e21, 2 ** 63, Number.NaN, Number.POSITIVE_INFINITY],
    "schema/type",
  ],
  "a number": [{ type: "number" }, [0, 1.5, 1e300], ["1.5", true, Number.NaN], "schema/type"],
  "an integer or string": [{ type: "int-or-string" }, [5, "5", "50%"], [1.5, true, []], "schema/type"],
  "an integer of 32 bits": [
    { type: "integer", format: "int32" },
    [2147483647, -2147483648],
    [2147483648],
    "schema/bound",
  ],
  "an integer of 64 bits": [{ type: "integer", format: "int64" }, [2147483648], [1.5], "schema/type"],
  "a number of 32 bits": [{ type: "number", format: "float" }, [3.4e38], [3.5e38], "schema/bound"],
  "at least 2": [{ type: "integer", minimum: 2 }, [2, 3], [1], "schema/bound"],
  "more than 2": [{ type: "number", minimum: 2, exclusiveMinimum: true }, [2.5], [2, 1], "schema/bound"],
  "at most 2": [{ type: "integer", maximum: 2 }, [2, 1], [3], "schema/bound"],
  "less than 2": [{ type: "number", maximum: 2, exclusiveMaximum: true }, [1.5], [2, 3], "schema/bound"],
  "a multiple of 5": [{ type: "integer", multipleOf: 5 }, [0, 10, -5], [7], "schema/bound"],
  "a multiple of 0.1": [{ type: "number", multipleOf: 0.1 }, [0.3, 1.1], [0.25, 2], "schema/bound"],
  "a multiple of 2.5": [{ type: "number", multipleOf: 2.5 }, [7.5, 4], [2.6, 5], "schema/bound"],
  "at least 2.5": [{ type: "number", minimum: 2.5 }, [2.5, 2, 3], [2.4, 1], "schema/bound"],
  "less than 2.5": [{ type: "number", maximum: 2.5, exclusiveMaximum: true }, [2.4, 1], [2.5, 2, 3], "schema/bound"],
  "at least 2 characters": [{ type: "string", minLength: 2 }, ["ab", "🙂🙂"], ["", "a", "🙂"], "schema/length"],
  "at most 2 characters": [{ type: "string", maxLength: 2 }, ["", "ab", "🙂🙂"], ["abc", "🙂🙂🙂"], "schema/length"],
  "an enum of texts": [{ type: "string", enum: ["Up", "Down"] }, ["Up"], ["up", "", "Left"], "schema/enum"],
  "an enum of numbers": [{ type: "integer", enum: [1, 2] }, [1], [3], "schema/enum"],
  "an enum that is extended elsewhere": [{ type: "string", enum: ["a"], open: true }, ["a", "b"], [1], "schema/type"],
};
