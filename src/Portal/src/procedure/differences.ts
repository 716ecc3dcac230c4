import type { ChangeAsked, ChangePreview, DifferenceKind, FactDifference } from "../api/shapes";

const kindWords: Record<DifferenceKind, string> = {
  fact: "得分",
  event: "加减分事项",
  area: "居民区登记",
  person: "人员登记",
};

/** What differs: kind, item, who scores it, period, number of the event. */
export const aboutDifference = (
  one: Pick<FactDifference, "kind" | "item" | "by" | "period" | "event">,
): string =>
  [kindWords[one.kind], one.event === null ? one.item : `${one.event}（${one.item}）`, one.by, one.period]
    .filter(Boolean)
    .join(" ");

/** Those of the subject first, then the others in their order. */
export const ofSubjectFirst = <D extends Pick<FactDifference, "subject">>(
  differences: readonly D[],
  subject: string | null,
): D[] => [
  ...differences.filter((one) => one.subject === subject),
  ...differences.filter((one) => one.subject !== subject),
];

export const isEmpty = (change: ChangeAsked): boolean =>
  (change.takenUp ?? []).length + (change.grades ?? []).length === 0;

/** What is said once more before a change is recorded. */
export function whatFollows(change: ChangeAsked, preview: ChangePreview): string {
  const facts = change.takenUp ?? [];
  const grades = change.grades ?? [];
  const taken = [
    facts.length > 0 && `采用 ${facts.length} 项变动`,
    grades.length > 0 && `改定 ${grades.length} 个对象的等次`,
  ].filter(Boolean);
  const moved = preview.moved.length === 0 ? "没有人的结果改变" : `${preview.moved.length} 个对象的结果随之改变`;
  const to = preview.to === null ? "" : `程序从“${preview.to}”继续办理。`;
  return `${taken.join("，")}，${moved}。${to}记录后不能撤回。`;
}
