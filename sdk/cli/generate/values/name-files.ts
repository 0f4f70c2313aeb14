import type { LockedChart } from "../../../charts/chart-lock.ts";

/** A chart whose generated files get a name. */
export interface NamedChart {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
  /** The entry of the lock that it takes the place of. */
  readonly previous?: LockedChart | undefined;
}

/**
 * Gives the files of each chart a name: that of the chart, with the version behind it where there are several. A name in the lock stays,
 * since programs import from it.
 *
 * @param others Names that are taken already.
 */
export function nameFiles(charts: readonly NamedChart[], others: readonly string[] = []): readonly string[] {
  const names = new Map<string, string>();
  const taken = new Map(others.map((name) => [name.toLowerCase(), ""]));
  const take = (chart: NamedChart, name: string): boolean => {
    const content = contentOf(chart);
    const owner = taken.get(name.toLowerCase());
    if (names.has(content) || (owner !== undefined && owner !== content)) return false;
    names.set(content, name);
    taken.set(name.toLowerCase(), content);
    return true;
  };
  for (const chart of charts) {
    const { previous } = chart;
    if (previous !== undefined && namesOf(chart).includes(previous.file)) take(chart, previous.file);
  }
  for (const chart of charts) {
    const [short = "", ...longer] = namesOf(chart);
    const isAlone = charts.every((other) => namesOf(other)[0] !== short || contentOf(other) === contentOf(chart));
    const candidates = isAlone ? [short, ...longer] : longer;
    let count = 1;
    while (!names.has(contentOf(chart)) && !candidates.some((name) => take(chart, name)))
      candidates.push(`${longer.at(-1)}-${++count}`);
  }
  return charts.map((chart) => names.get(contentOf(chart)) ?? "");
}

/** Releases that ask for one version in different ways share its files. */
function contentOf({ name, version, repository }: NamedChart): string {
  return JSON.stringify([name, version, repository]);
}

function namesOf({ name, version, repository }: NamedChart): readonly string[] {
  const short = fileName(name);
  const versioned = fileName(`${name}-${version}`);
  return [short, versioned, fileName(`${versioned}-${repository.replace(/^[a-z]+:\/\//, "")}`)];
}

function fileName(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9._+-]+/g, "-").replaceAll(/^[-.]+|[-.]+$/g, "");
}
