/** Where a value came from: a holder whose stack is read only when a place is printed. */
export interface CallSite {
  readonly stack?: string;
}

/** Where resources and containers keep their call site. Not enumerable, so it is no part of the data. */
const SOURCE: unique symbol = Symbol.for("sluice.source");

/** How many frames of the author's are kept: the builder's call, and who called the helper around it. */
const FRAMES = 8;

/**
 * Remembers on `target` where the author called `builder`. Costs a few microseconds: the engine keeps the frames, and their
 * text is made only when {@link callSiteOf} is read. The program's own settings of `Error` are put back.
 */
export function captureCallSite(target: object, builder: (...args: never[]) => unknown): void {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const holder: CallSite = {};
  Error.stackTraceLimit = FRAMES;
  // A loader's own formatter may not be paid for, or seen, in a builder; the text that is read later is V8's own.
  if (prepareStackTrace !== undefined) Reflect.set(Error, "prepareStackTrace", undefined);
  try {
    Error.captureStackTrace(holder, builder);
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace !== undefined) Error.prepareStackTrace = prepareStackTrace;
  }
  Object.defineProperty(target, SOURCE, { value: holder });
}

/** Gives the call site that {@link captureCallSite} kept on a value, if it has one. */
export function callSiteOf(value: object): CallSite | undefined {
  const sourced: { readonly [SOURCE]?: CallSite } = value;
  return sourced[SOURCE];
}

/** Makes `target` carry the call site of `origin`: a changed copy of a value was still written where the value was. */
export function keepCallSite(target: object, origin: object): void {
  const site = callSiteOf(origin);
  if (site !== undefined) Object.defineProperty(target, SOURCE, { value: site });
}
