import type { Severity } from "./diagnostic.ts";

/** How parts of a text are set apart for people: by colours on a terminal, by nothing elsewhere. */
export interface Palette {
  readonly severity: (severity: Severity, text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Sets nothing apart. */
export const PLAIN: Palette = {
  severity: (_severity, text) => text,
  strong: (text) => text,
  faint: (text) => text,
};

const CODES: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** Sets parts apart with the escape codes of terminals. */
export const COLORED: Palette = {
  severity: (severity, text) => `\u001b[1;${CODES[severity]}m${text}\u001b[22;39m`,
  strong: (text) => `\u001b[1m${text}\u001b[22m`,
  faint: (text) => `\u001b[2m${text}\u001b[22m`,
};
