import type { CycleView } from "../api/shapes";

/** The cycle somebody most likely means: of the newest year, the one opened last; if it can be, one that fits the page. */
export function latest<C extends Pick<CycleView, "year" | "id">>(
  cycles: readonly C[],
  fits: (cycle: C) => boolean = () => true,
): C | undefined {
  const sorted = [...cycles].sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1));
  return sorted.find(fits) ?? sorted[0];
}
