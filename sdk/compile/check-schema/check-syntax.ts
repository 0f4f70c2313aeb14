import type { Syntax } from "../../model/schema.ts";
import { checkSyntax } from "../check-syntax/check-syntax.ts";
import type { Settings } from "./settings.ts";
import { showValue } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** How long a text may be to be shown: of a longer one, or one with several lines, a message would show too little. */
const MAX_SHOWN = 60;

/** Makes the check of a text in a language that a controller reads later than the API server. */
export function syntaxCheck(syntax: Syntax, { isHidden }: Settings): (text: string, walk: Walk) => void {
  return (text, walk) => {
    const found = checkSyntax(text, syntax, walk.options);
    if (found === undefined) return;
    const { code, severity, problem, hint } = found;
    const isShown = !isHidden && text !== "" && text.length <= MAX_SHOWN && !text.includes("\n");
    walk.report({ code, severity, hint, says: isShown ? `is ${showValue(text)}, which ${problem}` : problem });
  };
}
