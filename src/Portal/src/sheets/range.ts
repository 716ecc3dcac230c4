import type { ScoreLine } from "../api/shapes";

/** What a score may be: within the range, a whole number of steps above its least value. */
export type ScoreRange = Pick<ScoreLine, "least" | "most" | "step">;

/** How far a quotient may be from a whole number and still be one, in binary arithmetic; the service is exact. */
const tolerance = 1e-9;

const isOnStep = (score: number, least: number, step: number | null): boolean => {
  if (step === null) return true;
  const steps = (score - least) / step;
  return Math.abs(steps - Math.round(steps)) < tolerance;
};

/** Why a score cannot be given; null where it can. */
export function rangeProblem(score: number, range: ScoreRange): string | null {
  if (score < range.least || score > range.most) return `分值应在 ${range.least} 至 ${range.most} 之间`;
  return stepProblem(score, range.least, range.step);
}

/** @param least From where the steps are counted. */
export const stepProblem = (score: number, least: number, step: number | null): string | null =>
  isOnStep(score, least, step) ? null : `分值应按 ${step} 递增`;

/** The range in words, for the head of a column. */
export const rangeWords = ({ least, most, step }: ScoreRange): string =>
  `${least} 至 ${most} 分${step === null ? "" : `，按 ${step} 递增`}`;
