import { describe, expect, test } from "vitest";
import type { LockedChart } from "../../../../sdk/charts/chart-lock.ts";
import type { ChartReference } from "../../../../sdk/charts/chart-reference.ts";
import { findLocked } from "../../../../sdk/charts/locked-chart.ts";
import { planLock, type WantedChart } from "../../../../sdk/cli/generate/values/plan-lock.ts";

const REPOSITORY = "https://charts.example.com";

function web(version?: string): WantedChart {
  return { reference: { repository: REPOSITORY, name: "web", version } };
}

function locked(more: Partial<LockedChart> = {}): LockedChart {
  return { name: "web", repository: REPOSITORY, version: "1.2.0", digest: "sha256:12", file: "web", ...more };
}

/** Ranges of these tests are a major and `.x`. */
function satisfies(version: string, range: string): boolean | undefined {
  if (/^\d+\.x$/.test(range)) return version.startsWith(range.slice(0, -1));
  return /^\d/.test(range) ? version === range : undefined;
}

interface Case {
  readonly wanted: WantedChart;
  readonly lock: readonly LockedChart[];
  /** The version that the files are of. Default: that of the lock. */
  readonly generated?: string;
  readonly updates?: "all" | ReadonlySet<string>;
}

function planned({ wanted, lock, generated, updates = new Set() }: Case) {
  const { steps, removed } = planLock([wanted], {
    lock: { charts: lock },
    updates,
    satisfies,
    generatedVersion: ({ version }) => generated ?? version,
  });
  return { ...steps[0], removed: removed.map(({ version }) => version) };
}

describe("planLock", () => {
  test.each<[name: string, given: Case, want: ReturnType<typeof planned>["locked"], refused?: string]>([
    ["looks for what was never locked", { wanted: web("1.x"), lock: [] }, undefined],
    [
      "keeps what is in the range",
      { wanted: web("1.x"), lock: [locked({ range: "1.x" })] },
      { version: "1.2.0", digest: "sha256:12" },
    ],
    ["keeps a pinned version", { wanted: web("1.2.0"), lock: [locked()] }, { version: "1.2.0", digest: "sha256:12" }],
    [
      "keeps what a tag meant",
      { wanted: web("stable"), lock: [locked({ range: "stable" })] },
      { version: "1.2.0", digest: "sha256:12" },
    ],
    [
      "keeps the version when the range changes around it",
      { wanted: web("1.x"), lock: [locked({ range: "1.2.x" })] },
      { version: "1.2.0", digest: "sha256:12" },
    ],
    [
      "asks for the digest where the tag has the version in other words",
      { wanted: web("stable"), lock: [locked({ range: "stable", version: "v1.2.0" })], generated: "1.2.0" },
      { version: "v1.2.0", digest: "sha256:12" },
    ],
    ["resolves anew when the range moves on", { wanted: web("2.x"), lock: [locked({ range: "1.x" })] }, undefined],
    ["resolves anew when the pin moves on", { wanted: web("1.3.0"), lock: [locked()] }, undefined],
    [
      "takes the version of a bot, whose digest is of the one before",
      { wanted: web("1.x"), lock: [locked({ range: "1.x", version: "1.4.0" })], generated: "1.2.0" },
      { version: "1.4.0", digest: undefined },
    ],
    [
      "refuses the version of a bot that leaves the range",
      { wanted: web("1.x"), lock: [locked({ range: "1.x", version: "2.0.0" })], generated: "1.2.0" },
      undefined,
      "2.0.0",
    ],
    [
      "refuses the version of a bot where the fleet pins another",
      { wanted: web("1.2.0"), lock: [locked({ version: "1.4.0" })], generated: "1.2.0" },
      undefined,
      "1.4.0",
    ],
    [
      "updates everything when it is told to",
      { wanted: web("1.x"), lock: [locked({ range: "1.x" })], updates: "all" },
      undefined,
    ],
    [
      "updates what is named",
      { wanted: web("1.x"), lock: [locked({ range: "1.x" })], updates: new Set(["web"]) },
      undefined,
    ],
    [
      "leaves what is not named",
      { wanted: web("1.x"), lock: [locked({ range: "1.x" })], updates: new Set(["api"]) },
      { version: "1.2.0", digest: "sha256:12" },
    ],
    [
      "keeps what a digest names",
      { wanted: { reference: { repository: REPOSITORY, name: "web", digest: "sha256:12" } }, lock: [locked()] },
      { version: "1.2.0", digest: "sha256:12" },
    ],
    [
      "resolves another digest",
      { wanted: { reference: { repository: REPOSITORY, name: "web", digest: "sha256:34" } }, lock: [locked()] },
      undefined,
    ],
    [
      "reads a folder as it is",
      {
        wanted: { reference: { repository: ".", name: "charts/web" } },
        lock: [locked({ name: "charts/web", repository: "." })],
      },
      undefined,
    ],
  ])("%s", (_, given, want, refused) => {
    const plan = planned(given);
    expect(plan.locked).toEqual(want);
    expect(plan.refused).toBe(refused);
    expect(plan.removed).toEqual([]);
  });

  test("says which entries nothing asks for any more", () => {
    const api = locked({ name: "api", file: "api" });
    expect(planned({ wanted: web("1.x"), lock: [api, locked({ range: "1.x" })] }).removed).toEqual(["1.2.0"]);
  });

  test("holds two versions of one chart apart", () => {
    const old = locked({ version: "1.2.0", file: "web" });
    const range = locked({ range: "2.x", version: "2.1.0", file: "web-2.1.0" });
    const { steps, removed } = planLock([web("1.2.0"), web("2.x"), web("3.0.0")], {
      lock: { charts: [old, range] },
      updates: new Set(),
      satisfies,
      generatedVersion: ({ version }) => version,
    });
    expect(steps.map(({ previous }) => previous)).toEqual([old, range, undefined]);
    expect(removed).toEqual([]);
  });
});

describe("findLocked", () => {
  const charts = [locked({ range: "1.x" }), locked({ name: "charts/web", repository: "." })];
  test.each<[ChartReference, boolean]>([
    [{ repository: REPOSITORY, name: "web", version: "1.x" }, true],
    // Whoever pins a version is asked to lock it: the version of a range may move on.
    [{ repository: REPOSITORY, name: "web", version: "1.2.0" }, false],
    [{ repository: REPOSITORY, name: "web" }, false],
    [{ repository: REPOSITORY, name: "web", digest: "sha256:12" }, true],
    [{ repository: REPOSITORY, name: "web", digest: "sha256:34", version: "1.x" }, false],
    [{ repository: "https://other.example.com", name: "web", version: "1.x" }, false],
    [{ repository: ".", name: "charts/web" }, true],
    [{ repository: ".", name: "charts/api" }, false],
  ])("%j", (reference, isFound) => {
    expect(findLocked({ charts }, reference) !== undefined).toBe(isFound);
  });
});
