import type { ScoreLine } from "../api/shapes";

/** What a score may be: within the range, a whole number of steps above its least value. */
export type ScoreRange = Pick<ScoreLine, "least" | "most" | "step">;

interface Entry {
  score: number | null;
  reason: string;
}

/** How far a quotient may be from a whole number and still be one, in binary arithmetic; the service is exact. */
const tolerance = 1e-9;

const isOnStep = (score: number, range: ScoreRange): boolean => {
  if (range.step === null) return true;
  const steps = (score - range.least) / range.step;
  return Math.abs(steps - Math.round(steps)) < tolerance;
};

/** Why an entry cannot be saved; null where it can. */
export function problemOf(entry: Entry, before: Entry, range: ScoreRange): string | null {
  const { score } = entry;
  if (score === null) return "请填写分值";
  if (score < range.least || score > range.most) return `分值应在 ${range.least} 至 ${range.most} 之间`;
  if (!isOnStep(score, range)) return `分值应按 ${range.step} 递增`;
  // The reason that is there explains the score that was there.
  const why = entry.reason.trim();
  if (before.score !== null && before.score !== score && (why === "" || why === before.reason)) return "改分请写明理由";
  return null;
}

/** The range in words, for the head of a sheet. */
export const rangeWords = ({ least, most, step }: ScoreRange): string =>
  `${least} 至 ${most} 分${step === null ? "" : `，按 ${step} 递增`}`;
