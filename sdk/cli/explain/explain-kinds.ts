import type { Explanation } from "./explanation.ts";
import { kindTexts } from "./texts/index.gen.ts";

/** Says which kinds there are. */
export async function explainKinds(): Promise<Explanation> {
  const parts = await Promise.all(
    kindTexts.map(async ({ kind, load }) => {
      const { types } = await load();
      return { name: kind, text: types[`${kind}Spec`]?.summary ?? "" };
    }),
  );
  return { topic: "kinds", text: "Every kind whose fields can be explained.", parts };
}
