import type { CycleProgress } from "../api/shapes";

export interface CollectionLine {
  key: string;
  what: string;
  who: string;
  done: number;
  expected: number;
  missing: readonly string[];
}

export const sourceLines = (progress: Pick<CycleProgress, "sources">): CollectionLine[] =>
  progress.sources.flatMap((source) =>
    source.details.map((line) => ({
      key: `${source.source}|${line.label}`,
      what: source.title,
      who: line.label,
      done: line.done,
      expected: line.expected,
      missing: line.missing,
    })),
  );

const MostNames = 60;

/** Who is still missing by name; of many the first, and how many there are. */
export function missingOf(line: Pick<CollectionLine, "missing">, nameOf: (id: string) => string): string {
  const named = line.missing.slice(0, MostNames).map(nameOf).join("、");
  return line.missing.length > MostNames ? `${named}等 ${line.missing.length} 个` : named;
}

export const scoreLines = (progress: Pick<CycleProgress, "scores">): CollectionLine[] =>
  progress.scores.map((line) => ({
    key: `${line.item}|${line.department}`,
    what: `${line.item} ${line.title}`,
    // Where leads decide, the others' scores are recorded and shown.
    who: line.counts ? line.department : `${line.department}（只记录）`,
    done: line.done,
    expected: line.expected,
    missing: line.missing,
  }));
