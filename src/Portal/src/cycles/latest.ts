import type { CycleView } from "../api/shapes";

/** The cycle somebody most likely means: of the newest year, the one opened last. */
export function latest<C extends Pick<CycleView, "year" | "id">>(cycles: readonly C[]): C | undefined {
  return [...cycles].sort((a, b) => b.year - a.year || (a.id < b.id ? 1 : -1))[0];
}
