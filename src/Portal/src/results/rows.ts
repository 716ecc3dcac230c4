import type { AreaResult, ResultClass, StaffResult } from "../api/shapes";

/** A line of the results, of an area or of a person. */
export interface ResultRow {
  id: string;
  name: string;
  /** The area's category; the person's area. */
  group: string | null;
  total: number | null;
  rank: number | null;
  grade: string | null;
  /** The area's tier; the person's band. */
  tier: string | null;
  bonus: number | null;
  deduction: number | null;
  progress: number | null;
  /** What follows for the person besides grade and pay. */
  flags: string[];
  items: Record<string, number | null>;
}

export const areaRow = (area: AreaResult): ResultRow => ({ ...area, group: area.category, flags: [] });

export const staffRow = (person: StaffResult, own: ResultClass): ResultRow => ({
  ...person,
  group: person.areaName,
  tier: person.band,
  bonus: null,
  deduction: null,
  progress: null,
  flags: flagsOf(person, own),
});

/** The person's flags in the scheme's words. */
export const flagsOf = (person: Pick<StaffResult, "flags">, own: Pick<ResultClass, "flags"> | undefined): string[] =>
  (own?.flags ?? []).filter((flag) => person.flags.includes(flag.code)).map((flag) => flag.title);

/** Distinct texts for a column's filter, in the order of their first row. */
export function choices<R>(rows: readonly R[], of: (row: R) => string | null | undefined) {
  return [...new Set(rows.map(of))]
    .filter((value): value is string => !!value)
    .map((value) => ({ text: value, value }));
}

/** Whether a row answers to what was typed: a part of its name or its id. */
export function answersTo(row: Pick<ResultRow, "id" | "name">, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  return wanted === "" || row.name.toLowerCase().includes(wanted) || row.id.toLowerCase().includes(wanted);
}

interface Distribution {
  bands: string[];
  series: { grade: string; counts: number[] }[];
}

/** How many subjects lie in each band of totals, by grade; bands as fine as the spread asks for. */
export function distribution(rows: readonly Pick<ResultRow, "total" | "grade">[]): Distribution {
  const scored = rows.filter((row): row is { total: number; grade: string | null } => row.total !== null);
  if (scored.length === 0) return { bands: [], series: [] };
  const totals = scored.map((row) => row.total);
  const spread = Math.max(...totals) - Math.min(...totals);
  const width = [1, 2, 5, 10, 20].find((step) => spread / step <= 16) ?? 50;
  const first = Math.floor(Math.min(...totals) / width);
  const last = Math.floor(Math.max(...totals) / width);
  const bands = Array.from({ length: last - first + 1 }, (_, at) => {
    const from = (first + at) * width;
    return width === 1 ? `${from}` : `${from}–${from + width}`;
  });
  // The better grade first, as the best total in it says.
  const best = (grade: string) =>
    Math.max(...scored.filter((row) => (row.grade ?? "未定等次") === grade).map((row) => row.total));
  const grades = [...new Set(scored.map((row) => row.grade ?? "未定等次"))].sort((a, b) => best(b) - best(a));
  return {
    bands,
    series: grades.map((grade) => ({
      grade,
      counts: bands.map(
        (_, at) =>
          scored.filter(
            (row) => (row.grade ?? "未定等次") === grade && Math.floor(row.total / width) - first === at,
          ).length,
      ),
    })),
  };
}
