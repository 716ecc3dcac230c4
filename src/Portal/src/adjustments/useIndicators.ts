import type { CycleView } from "../api/shapes";
import { useCycleProgress } from "../cycles/queries";
import { isCalculated } from "../cycles/states";
import { type Indicator, indicatorsOf } from "./indicators";
import { useReportedFacts } from "./queries";

/** What can be adjusted of each of the subjects, with the names that the scheme gives. */
export function useIndicators(
  cycle: Pick<CycleView, "id" | "state">,
  subjects: readonly string[],
  isArea: (subject: string) => boolean,
) {
  const progress = useCycleProgress(cycle.id);
  const calculated = isCalculated(cycle.state);
  const facts = useReportedFacts(cycle.id, [...new Set(subjects)], calculated);
  return {
    isLoading: progress.isLoading || facts.isLoading,
    failure: progress.error ?? facts.failure,
    /** Before the first calculation, only the lines that departments score. */
    calculated,
    outdated: progress.data?.calculation.outdated ?? false,
    of: (subject: string): Indicator[] =>
      indicatorsOf(isArea(subject), progress.data?.scores ?? [], facts.of.get(subject) ?? []),
  };
}
