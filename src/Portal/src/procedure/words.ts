import type { ProcedureStep, StepProgress } from "../api/shapes";

export const progressWords: Record<StepProgress, { title: string; colour: string }> = {
  taken: { title: "已完成", colour: "success" },
  underWay: { title: "进行中", colour: "processing" },
  due: { title: "待办", colour: "gold" },
  waiting: { title: "未到", colour: "default" },
};

export const audienceWords = {
  public: "公开页面，无需登录",
  township: "本街镇登录后可见",
  areas: "居民区张贴，登录后可见",
} as const;

/** For how long and to whom something is publicised; nothing for another step. */
export function noticeOf(step: Pick<ProcedureStep, "days" | "dayKind" | "audience">): string | undefined {
  if (step.audience === null) return undefined;
  const audience = audienceWords[step.audience];
  return step.days === null
    ? audience
    : `${step.days} 个${step.dayKind === "working" ? "工作日" : "自然日"}；${audience}`;
}

/** 定稿以后拟定、决定的等次; a dash where there is none. */
export const placeOf = (grade: string | null, tier: string | null): string => grade ?? tier ?? "—";
