/** A frame of a stack, as the engine prints it. */
export interface StackFrame {
  /** The function that was running, where it has a name. */
  readonly name: string | undefined;
  /** A URL or a path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** How many calls lie between it and the one that the stack was taken in. */
  readonly depth: number;
}

/** A position in brackets behind a name, or alone. Paths may hold brackets and spaces, so a file is known by how it starts. */
const FRAME = /^\s+at (?:(?:async )?(.+?) \()?(?:async )?((?:[a-z][a-z0-9+.-]+:|\/|[A-Za-z]:[\\/]).*?):(\d+):(\d+)\)?$/;

/** A line of a stack that is no part of the message above. */
const CALL = /^\s+at /;

/** Reads the frames of a stack, innermost first. Lines that are no position in a file are left out. */
export function stackFrames(stack: string): readonly StackFrame[] {
  const frames: StackFrame[] = [];
  const calls = stack.split(/\r?\n/).filter((text) => CALL.test(text));
  for (const [depth, text] of calls.entries()) {
    const [, name, file, line, column] = FRAME.exec(text) ?? [];
    if (file === undefined || text.includes("(eval at ")) continue;
    frames.push({ name, file, line: Number(line), column: Number(column), depth });
  }
  return frames;
}
