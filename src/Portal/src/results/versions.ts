import type { ResultCause, ResultVersion } from "../api/shapes";

export const causeWords: Record<ResultCause, string> = {
  calculation: "计算",
  decision: "集体研究决定",
  objection: "异议成立",
  correction: "更正",
};

/** Which final version a result is, and whether it still stands; nothing where it never was final. */
export function standsAs(
  version: Pick<ResultVersion, "finalVersion">,
  all: readonly Pick<ResultVersion, "finalVersion">[],
): { title: string; colour: string } | undefined {
  if (version.finalVersion === null) return undefined;
  const newest = Math.max(...all.map((one) => one.finalVersion ?? 0));
  return version.finalVersion === newest
    ? { title: `第 ${version.finalVersion} 版，现行有效`, colour: "success" }
    : { title: `第 ${version.finalVersion} 版，已被更正`, colour: "default" };
}

/** The result before this one; nothing where it is the first that was pinned. */
export const isFirst = (number: number, all: readonly Pick<ResultVersion, "number">[]): boolean =>
  all.every((one) => one.number >= number);
