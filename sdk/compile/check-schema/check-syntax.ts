import type { Syntax } from "../../model/schema.ts";
import { checkSyntax } from "../check-syntax/check-syntax.ts";
import type { ReadYaml } from "../check-syntax/syntax-problem.ts";
import type { Settings } from "./settings.ts";
import { showValue } from "./show-value.ts";
import type { Walk } from "./walk.ts";

/** How long a text may be to be shown: of a longer one, or one with several lines, a message would show too little. */
const MAX_SHOWN = 60;

/** How many characters are remembered of the texts of one field. */
const MOST_REMEMBERED = 50_000;

/**
 * Makes the check of a text in a language that a controller reads later than the API server. Objects of a fleet say much the same
 * there, and reading costs more than all other checks together, so what was right is not read again.
 */
export function syntaxCheck(syntax: Syntax, { isHidden }: Settings): (text: string, walk: Walk) => void {
  const right = new Set<string>();
  let characters = 0;
  let reader: ReadYaml | undefined;
  return (text, walk) => {
    const { readYaml } = walk.options;
    // What nobody could read was not found right.
    if (readYaml !== reader || characters > MOST_REMEMBERED) {
      right.clear();
      characters = 0;
      reader = readYaml;
    }
    if (right.has(text)) return;
    const found = checkSyntax(text, syntax, walk.options);
    if (found === undefined) {
      right.add(text);
      characters += text.length;
      return;
    }
    const { code, severity, problem, hint } = found;
    const isShown = !isHidden && text !== "" && text.length <= MAX_SHOWN && !text.includes("\n");
    walk.fail(text, { code, severity, hint, says: isShown ? `is ${showValue(text)}, which ${problem}` : problem });
  };
}
