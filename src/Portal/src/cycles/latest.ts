import type { CycleView } from "../api/shapes";
import { isCancelled } from "./states";

/**
 * The cycle somebody most likely means: of the newest year, the one opened last; if it can be, one that fits the page. A
 * cancelled one only where there is no other.
 */
export function latest<C extends Pick<CycleView, "year" | "id" | "state">>(
  cycles: readonly C[],
  fits: (cycle: C) => boolean = () => true,
): C | undefined {
  const sorted = [...cycles].sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1));
  const going = sorted.filter((cycle) => !isCancelled(cycle.state));
  return going.find(fits) ?? going[0] ?? sorted[0];
}
