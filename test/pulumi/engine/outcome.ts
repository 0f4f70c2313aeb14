import { isDeepStrictEqual } from "node:util";
import type { EngineEvent } from "@pulumi/pulumi/automation/index.js";

/** An operation on a resource. */
export interface Operation {
  /** What was done: `create`, `update`, `same`, `create-replacement`, `delete`… */
  readonly op: string;
  /** The logical name. */
  readonly name: string;
  readonly type: string;
}

/** What a run of the engine did. */
export interface Outcome {
  /** What ended well, in the order in which it ended: own resources and their component, without stack and providers. */
  readonly done: readonly Operation[];
  /** What was begun, in the order in which it was. */
  readonly begun: readonly Operation[];
  readonly failed: readonly Operation[];
  /** What was said about resources, at every level. */
  readonly messages: readonly string[];
  /** Everything that a person would have seen, and the engine's events. */
  readonly output: string;
  /** Why the run as a whole failed: all errors. */
  readonly error?: string;
}

/** Collects what the engine tells during one run. */
export interface Listener {
  onEvent(event: EngineEvent): void;
  onOutput(text: string): void;
  /** @param isFailed Whether the run as a whole failed. */
  outcome(isFailed: boolean): Outcome;
}

/** Starts to listen. */
export function listen(): Listener {
  const done: Operation[] = [];
  const begun: Operation[] = [];
  const failed: Operation[] = [];
  const messages: string[] = [];
  const errors: string[] = [];
  const shown: string[] = [];
  const add = (to: Operation[], metadata: { op: string; urn: string; type: string } | undefined): void => {
    if (metadata === undefined || /^pulumi:/.test(metadata.type)) return;
    const { op, type } = metadata;
    const operation = { op, name: metadata.urn.split("::").at(-1) ?? "", type };
    // A preview tells twice of a component.
    if (!to.some((other) => isDeepStrictEqual(other, operation))) to.push(operation);
  };
  return {
    onEvent(event) {
      // What is logged for those who look for a mistake in Pulumi itself holds everything, and is shown to nobody who does not ask.
      if (String(event.diagnosticEvent?.severity) === "debug") return;
      shown.push(JSON.stringify(event));
      add(begun, event.resourcePreEvent?.metadata);
      add(done, event.resOutputsEvent?.metadata);
      add(failed, event.resOpFailedEvent?.metadata);
      const { diagnosticEvent: said } = event;
      if (said !== undefined) messages.push(said.message);
      if (said?.severity === "error") errors.push(said.message);
    },
    onOutput(text) {
      shown.push(text);
    },
    outcome: (isFailed) => ({
      done,
      begun,
      failed,
      messages,
      output: shown.join("\n"),
      ...(isFailed && { error: errors.join("\n") }),
    }),
  };
}

/** Gives the names of the resources for which something was done, in order. */
export function names(operations: readonly Operation[], op?: string): readonly string[] {
  return operations.filter((each) => op === undefined || each.op === op).map(({ name }) => name);
}

/** Counts the operations by what was done. */
export function tally(operations: readonly Operation[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { op } of operations) counts[op] = (counts[op] ?? 0) + 1;
  return counts;
}
