/** The steps of a cycle in their order, as people call them. */
export const steps = [
  { state: "open", title: "已建立", about: "准备名册、下发问卷与热线统计任务" },
  { state: "scoring", title: "评分中", about: "收集群众评价、热线与部门评分" },
  { state: "calculated", title: "已核算", about: "按方案算出结果，可复核、可重算" },
  { state: "published", title: "已公示", about: "结果定案，生成绩效发放表" },
] as const;

const finals = new Set(["published", "decided", "final"]);

export const stepOf = (state: string): number =>
  finals.has(state) ? steps.length - 1 : Math.max(0, steps.findIndex((step) => step.state === state));

export const stateTitle = (state: string): string => steps[stepOf(state)]!.title;

export const stateColour = (state: string): string =>
  ({ open: "default", scoring: "processing", calculated: "gold" })[state] ?? "success";

export const isPublished = (state: string): boolean => finals.has(state);

export const isCalculated = (state: string): boolean => state === "calculated" || isPublished(state);
