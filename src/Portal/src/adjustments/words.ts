import type { Adjustment, AdjustmentState } from "../api/shapes";

export const stateWords: Record<AdjustmentState, { title: string; colour: string }> = {
  proposed: { title: "待审定", colour: "gold" },
  approved: { title: "已审定", colour: "success" },
  refused: { title: "未通过", colour: "error" },
  withdrawn: { title: "已撤回", colour: "default" },
};

/** What follows from an approval, said before. */
export const afterApproval = "审定后的数值计入下一次计算，原数据保留在台账；已有的结果须重新核算。";

/** What waits for the meeting first, then the newest. */
export const inOrderOfWork = <A extends Pick<Adjustment, "state" | "number">>(adjustments: readonly A[]): A[] =>
  [...adjustments].sort(
    (a, b) => Number(b.state === "proposed") - Number(a.state === "proposed") || b.number - a.number,
  );
