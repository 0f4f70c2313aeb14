import type { Palette } from "../../diagnostics/palette.ts";
import type { FileChange } from "../../emit/file-verdict.ts";
import type { FilesSummary } from "./outcome.ts";

/** How many files a build names before it counts the rest. */
const NAMED = 20;

const SIGNS = { write: "+", update: "~", remove: "-" } as const;
const PAST = { write: "wrote", update: "updated", remove: "removed" } as const;
const CONDITIONAL = { write: "would write", update: "would update", remove: "would remove" } as const;
const ACTIONS = ["write", "update", "remove"] as const;

/** Says in a few lines what was done with the files; with `isTrial`, in as many as it takes, what would be. */
export function renderSummary({ changes, unchanged }: FilesSummary, isTrial: boolean, palette: Palette): string {
  if (changes.length === 0) return `${count(unchanged)} up to date\n`;
  const verbs = isTrial ? CONDITIONAL : PAST;
  const counts = ACTIONS.flatMap((wanted) => {
    const number = changes.filter(({ action }) => action === wanted).length;
    return number === 0 ? [] : [`${verbs[wanted]} ${count(number)}`];
  });
  const title = palette.strong([...counts, `${unchanged} up to date`].join(", "));
  const shown = isTrial ? changes : changes.slice(0, NAMED);
  const rest = changes.length - shown.length;
  return [title, ...shown.map(line), ...(rest > 0 ? [`  and ${rest} more`] : [])].map((text) => `${text}\n`).join("");
}

function line({ action, path }: FileChange): string {
  return `  ${SIGNS[action]} ${path}`;
}

function count(number: number): string {
  return number === 1 ? "1 file" : `${number} files`;
}
