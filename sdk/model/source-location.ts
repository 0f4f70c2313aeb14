import type { FieldPath } from "./field-path.ts";

/** Where a value came from: a holder whose stack is read only when a place is printed. */
export interface CallSite {
  readonly stack?: string | undefined;
  /** What the call's arguments are parts of, where it makes an object of them. */
  readonly holds?: ArgumentPaths | undefined;
  /** The call that changed the value afterwards: a field may come from there. */
  readonly change?: CallSite | undefined;
  /** The call that gave fields of its spec which this one left out. */
  readonly defaults?: DefaultedFields | undefined;
  /** Where the value stood before it was changed. */
  readonly origin?: CallSite | undefined;
}

/** Fields of a spec that were filled in. */
export interface DefaultedFields {
  readonly site: CallSite | undefined;
  readonly fields: readonly string[];
}

/** For each argument of a call, where it stands in the object that the call makes; `undefined` for one that is no part of it. */
export type ArgumentPaths = readonly (FieldPath | undefined)[];

/** Where resources and containers keep their call site. Not enumerable, so it is no part of the data. */
const SOURCE: unique symbol = Symbol.for("sluice.source");

/** How many frames are kept. Up to eight of the author's are shown; some are of packages, of Node and of Sluice's own helpers. */
const FRAMES = 12;

/**
 * Remembers on `target` where the author called `builder`. Costs a few microseconds: the engine keeps the frames, and their
 * text is made only when {@link callSiteOf} is read. The program's own settings of `Error` are put back.
 *
 * @param about What the arguments of `builder` are, where it makes an object of them, and what it filled in.
 */
export function captureCallSite(
  target: object,
  builder: (...args: never[]) => unknown,
  about: Pick<CallSite, "holds" | "defaults"> = {},
): void {
  const { stackTraceLimit, prepareStackTrace } = Error;
  const holder: CallSite = { ...about };
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

/**
 * Makes `target` carry the call site of `origin`: a changed copy of a value was still written where the value was.
 *
 * @param change The value that changed it, where its fields may come from.
 */
export function keepCallSite(target: object, origin: object, change?: object): void {
  const site = callSiteOf(origin);
  if (site === undefined) return;
  const value: CallSite =
    site.holds === undefined
      ? site
      : {
          get stack() {
            return site.stack;
          },
          change: change && callSiteOf(change),
          origin: site,
        };
  Object.defineProperty(target, SOURCE, { value });
}
