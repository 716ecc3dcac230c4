import type { PayoutLine } from "../api/shapes";

export interface AreaTotal {
  area: string;
  areaName: string;
  persons: number;
  /** Persons whose amount is not known yet. */
  undecided: number;
  amount: number;
}

/** What goes to each area, calculated in fen so that no sum of yuan drifts. */
export function totalsByArea(lines: readonly Pick<PayoutLine, "area" | "areaName" | "amount">[]): AreaTotal[] {
  const areas = new Map<string, Omit<AreaTotal, "amount"> & { fen: number }>();
  for (const line of lines) {
    const total = areas.get(line.area) ?? {
      area: line.area,
      areaName: line.areaName,
      persons: 0,
      undecided: 0,
      fen: 0,
    };
    total.persons += 1;
    if (line.amount === null) total.undecided += 1;
    else total.fen += Math.round(line.amount * 100);
    areas.set(line.area, total);
  }
  return [...areas.values()].map(({ fen, ...total }) => ({ ...total, amount: fen / 100 }));
}
