import { type ChartRead, failed } from "../chart-read.ts";
import type { Answer, NoAnswer } from "../network/send.ts";

/** Why there is no chart. */
export type FetchFailure = Extract<ChartRead, { type: "failed" }>;

/** What is fetched, as messages call it. */
export interface Fetched {
  /** `chart "podinfo"`. */
  readonly subject: string;
  /** What lets a person in: `log in with helm registry login ghcr.io`. */
  readonly login: string;
}

/** Says that a server gave nothing that can be used. No address is shown as it was asked: a redirect may hold a signature. */
export function notFetched({ subject, login }: Fetched, server: URL, answer: Answer | NoAnswer): FetchFailure {
  const { host } = server;
  if (answer.type === "failed") {
    const { reason } = answer;
    const isTrust = reason.includes("certificate");
    const hint = isTrust
      ? "name the file of its authority in NODE_EXTRA_CA_CERTS"
      : "look at the address, at the network and at HTTPS_PROXY and NO_PROXY; a chart that is locked and was fetched before needs none";
    return failed("chart/not-fetched", `${subject} cannot be fetched from ${host}: ${reason}`, hint);
  }
  if (answer.status === 401 || answer.status === 403)
    return failed(
      "chart/not-fetched",
      `${subject} cannot be fetched from ${host}: it asks for a login (${answer.status})`,
      `look at the chart's name, or ${login}`,
    );
  return failed(
    "chart/not-fetched",
    `${subject} cannot be fetched from ${host}: it answers ${answer.status}`,
    "look at the address, and try again",
  );
}

/** Says that no version fits, and which is the newest that there is. */
export function noVersion(subject: string, asked: string, newest: string | undefined): FetchFailure {
  const hint = newest === undefined ? "ask for another version" : `ask for another version: the newest is ${newest}`;
  return failed("chart/no-version", `${subject} has no version "${asked}"`, hint);
}

/** Says that what has a locked version is not what it was. */
export function changed(subject: string, version: string, now: string): FetchFailure {
  return failed(
    "chart/changed",
    `${subject} ${version} is not what was locked: its digest is ${now} now`,
    "ask who publishes it; sluice generate values --update takes what is there now",
  );
}
