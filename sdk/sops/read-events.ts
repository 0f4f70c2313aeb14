import { type Event, parseEvents, YAMLException } from "js-yaml";

/** How deep values may be nested. */
const DEPTH = 100;

/** What the parser says of a line in brackets or quotes that starts before the block that it is in. */
const TOO_FAR_LEFT = "deficient indentation";
const INDENTATION = " ".repeat(64);
const LARGEST_NUMBER_OF_LINES = 200;

/**
 * Reads YAML as events, with the text that they are in. Go's parser takes lines in brackets and quotes wherever they start, as people
 * write closing brackets; here they are indented first, which changes nothing but their columns.
 */
export function readEvents(text: string): { readonly text: string; readonly events: readonly Event[] } {
  let indented = text;
  for (let tries = 0; ; tries++) {
    try {
      return { text: indented, events: parseEvents(indented, { maxDepth: DEPTH }) };
    } catch (thrown) {
      const position =
        thrown instanceof YAMLException && thrown.reason === TOO_FAR_LEFT ? thrown.mark?.position : undefined;
      if (position === undefined || tries === LARGEST_NUMBER_OF_LINES) throw thrown;
      const lineStart = indented.lastIndexOf("\n", position - 1) + 1;
      indented = indented.slice(0, lineStart) + INDENTATION + indented.slice(lineStart);
    }
  }
}
