import * as z from "zod";

/** `metadata` of an object: what an author writes is checked, and what the API server adds is let through. */
export const metadata: z.ZodObject<
  {
    name: z.ZodString;
    namespace: z.ZodOptional<z.ZodString>;
    labels: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
    annotations: z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodString>>;
  },
  z.core.$loose
> = z.looseObject({
  name: z.string(),
  namespace: z.optional(z.string()),
  labels: z.optional(z.record(z.string(), z.string())),
  annotations: z.optional(z.record(z.string(), z.string())),
});
