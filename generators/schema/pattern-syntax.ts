import type { Syntax } from "../../sdk/model/schema.ts";

/** Patterns that stand for a language: what they take may still be refused by what reads it. */
const LANGUAGES: Readonly<Record<string, string>> = {
  "^([0-9]+(\\.[0-9]+)?(ms|s|m))+$": "duration",
  "^([0-9]+(\\.[0-9]+)?(ms|s|m|h))+$": "duration",
};

/** The language that a pattern stands for, if it does. */
export function syntaxOfPattern(pattern: string | undefined): Syntax | undefined {
  const language = pattern === undefined ? undefined : LANGUAGES[pattern];
  return language === undefined ? undefined : { language };
}
