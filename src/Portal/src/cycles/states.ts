/** The steps of a cycle in their order, as people call them. */
export const steps = [
  { state: "open", title: "已建立", about: "准备名册、下发问卷与热线统计任务" },
  { state: "scoring", title: "评分中", about: "收集群众评价、热线与部门评分" },
  { state: "calculated", title: "已核算", about: "按方案算出结果，可复核、可重算" },
  { state: "frozen", title: "已定稿", about: "结果锁定，按方案的程序拟定、公示、决定" },
  { state: "final", title: "已生效", about: "结果定案，绩效发放表可以编制" },
] as const;

export const stepOf = (state: string): number => Math.max(0, steps.findIndex((step) => step.state === state));

/** 已撤销: it counts nowhere. */
export const isCancelled = (state: string): boolean => state === "cancelled";

export const stateTitle = (state: string): string => (isCancelled(state) ? "已撤销" : steps[stepOf(state)]!.title);

export const stateAbout = (state: string): string =>
  isCancelled(state) ? "不再办理，不作为任何依据" : steps[stepOf(state)]!.about;

export const stateColour = (state: string): string =>
  ({ open: "default", scoring: "processing", calculated: "gold", frozen: "purple", cancelled: "default" })[state] ?? "success";

/** The result is final. */
export const isFinal = (state: string): boolean => state === "final";

/** A result is pinned: nothing can be entered any more. */
export const isPinned = (state: string): boolean => state === "frozen" || isFinal(state);

export const isCalculated = (state: string): boolean => state === "calculated" || isPinned(state);
