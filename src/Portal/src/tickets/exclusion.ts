import type { Ticket } from "../api/shapes";

export type ExclusionStep = Exclude<Ticket["exclusion"], "无">;

export const reasons = ["非法定职责", "不属实", "历史重复"] as const;

/** The steps that the review's state allows; a decision may be reversed, a refused proposal made again. */
export const nextSteps = (exclusion: Ticket["exclusion"]): ExclusionStep[] =>
  ({ 无: ["申请"], 申请: ["同意", "驳回"], 同意: ["驳回"], 驳回: ["申请", "同意"] } satisfies Record<
    Ticket["exclusion"],
    ExclusionStep[]
  >)[exclusion];

export const stepTitle = (step: ExclusionStep, from: Ticket["exclusion"]): string => {
  if (step === "申请") return from === "驳回" ? "重新申请剔除" : "申请剔除";
  if (step === "同意") return from === "驳回" ? "改为同意剔除" : "同意剔除";
  return from === "同意" ? "改为驳回" : "驳回申请";
};

/** What the step does to the rates, said before it is taken. */
export const stepMeaning: Record<ExclusionStep, string> = {
  申请: "申请后仍计入各项指标，待审核同意后才剔除。",
  同意: "同意后该工单不再计入居民区的各项指标。",
  驳回: "驳回后该工单照常计入居民区的各项指标。",
};

export const exclusionTitle = (ticket: Pick<Ticket, "exclusion" | "exclusionReason">): string => {
  const title = { 无: "未申请", 申请: "已申请，待审核", 同意: "同意剔除", 驳回: "驳回剔除" }[ticket.exclusion];
  return ticket.exclusionReason ? `${title}（${ticket.exclusionReason}）` : title;
};
